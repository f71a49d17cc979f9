### Texts of Greenbridge. Ids begin with the place where the text stands.

## Layout
layout-skip = 跳到正文
layout-menu = 菜单
layout-main-menu = 主菜单
layout-listings = 供应与需求
layout-labels = 环境标志
layout-organisations = 机构
layout-interests = 合作意向
layout-moderation = 审核
layout-sign-in = 登录
layout-sign-out = 退出登录
layout-post = 发布信息
layout-purpose = Greenbridge：环境友好技术的开放市场
layout-mailbox = 演示版邮箱

## Home
home-title = 找到技术，证明成效，推广应用。

## Time
time-today = 今天
time-in-days = { $n ->
    [1] 明天
   *[other] { $n } 天后
}
time-days-ago = { $n ->
    [1] 昨天
   *[other] { $n } 天前
}

## What is wrong with a field
problem-title = 填写内容有误
problem-prefix = 错误：
problem-missing = 此项必填
problem-too-long = 最多 { $max } 个字符
problem-too-short = 至少 { $min } 个字符
problem-too-many = 最多 { $max } 项
problem-not-email = 请填写电子邮箱地址，例如 name@example.org
problem-not-url = 请填写以 https:// 开头的网址
problem-not-number = 请填写数字，例如 12.5
problem-out-of-range = 请填写 { $min } 至 { $max } 之间的数字
problem-not-date = 请按“年-月-日”填写日期，例如 2027-03-14
problem-unknown-choice = 请从列表中选择
problem-password-weak = 该密码容易被猜到。请使用几个互不相关的词，或更长的密码

## Errors
error-home = 返回首页
error-search = 搜索供应与需求
error-request = 如就此问题联系我们，请注明编号 { $id }。
error-400 = 无法理解这一请求
error-400-text = 地址或表单不完整。请返回后重试。
error-403 = 您可以查看，但无权执行此操作
error-403-text = 您的角色不允许这样做。机构的所有者可以更改角色。
error-404 = 此处没有该页面
error-404-text = 页面可能已经移动，或者需要登录后才能查看。
error-405 = 不能以这种方式使用该地址
error-405-text = 请使用前一页面上的按钮和链接。
error-408 = 用时过长
error-408-text = 连接太慢，未能完成。此前保存的内容仍在，请重试。
error-409 = 已有他人先行操作
error-409-text = 您的内容没有丢失。请重新打开页面，查看当前状态。
error-410 = 该信息已撤下
error-410-text = 发布者或审核员已将其撤下。您可以通过搜索找到类似的信息。
error-413 = 内容过大
error-413-text = 单个文件不得超过 20 MB。请缩小后重试。
error-415 = 不接受这种内容
error-415-text = 请使用前一页面上的表单。
error-422 = 表单中有内容不正确
error-422-text = 请返回检查所填内容。
error-429 = 尝试次数过多
error-429-text = 请稍等片刻再试。
error-500 = 我们这边出了问题
error-500-text = 我们已记录此问题。此前保存的内容仍在，请稍后再试。
error-503 = 系统繁忙
error-503-text = 请过几秒钟再试。此前保存的内容仍在。
