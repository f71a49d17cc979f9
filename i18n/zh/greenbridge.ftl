### Texts of Greenbridge. Ids begin with the place where the text stands.

## Layout
layout-skip = 跳到正文
layout-menu = 菜单
layout-main-menu = 主菜单
layout-listings = 供应与需求
layout-labels = 环境标志
layout-organisations = 机构
layout-workspace = 工作台
layout-interests = 合作意向
layout-account = 我的账户
layout-organisation = 我的机构
layout-organisation-new = 添加您的机构
layout-staff = 工作人员
layout-foot = 页脚
layout-moderation = 审核
layout-sign-in = 登录
layout-sign-out = 退出登录
layout-post = 发布信息
layout-purpose = Greenbridge：环境友好技术的开放市场
layout-mailbox = 演示版邮箱

## Home
home-title = 找到技术，证明成效，推广应用。
home-heading = 找到技术，证明成效，推广应用。
home-lead = 来自中国和东盟十国的清洁生产与环境标志解决方案：由研制者提供，由需要者提出需求，所附数据经过核对。
home-often = 常见搜索：
home-so-far = 目前情况
home-offers = 项供应，来自 { $countries } 个国家
home-requests = 项需求，来自政府机构和企业
home-checked = 证据已核对
home-labelled = 持有有效环境标志
home-needed = 当前需求
home-all-requests = 全部需求
home-new = 最新供应
home-all-offers = 全部供应
home-themes = 按主题
home-where = 按国家
home-how = 使用方法
home-how-offer = 发布供应或需求
home-how-offer-text = 用数据介绍技术，或用限值说明需求。每条信息公开前都由审核员阅读。
home-how-check = 查看证据
home-how-check-text = 每项成效都注明证据，从自行声明到政府核实；每个环境标志都说明它在您的国家是否得到承认。
home-how-interest = 表达合作意向
home-how-interest-text = 从第一条消息到达成协议，全程跟踪。对方接受后即可看到联系方式。

## Search
search-title = { $n ->
   *[other] { $count } 条信息
}
search-title-for = { $n ->
    [0] 没有与“{ $q }”相关的信息
   *[other] { $count } 条与“{ $q }”相关的信息
}
search-title-page = （第 { $page } 页，共 { $pages } 页）
search-filters = 筛选
search-filters-on = 筛选（{ $n }）
search-more = 另外 { $n } 项
search-apply = 应用筛选
search-label = 您需要什么？
search-example = 印染废水、waste heat、沼气……
search-button = 搜索
search-count = { $n ->
    [0] 没有信息
   *[other] { $count } 条信息
}
search-for = 搜索“{ $q }”
search-in = 筛选条件
search-remove = 移除筛选条件：{ $filter }
search-clear = 清除全部筛选
search-did-you-mean = 您要找的是不是
search-unknown = 没有任何信息含有：{ $words }。以下结果按其余词语得出。
search-sorted = 排序
search-no-such-page = 没有这么多页
search-nothing = 没有找到任何信息
search-nothing-filtered = 没有信息同时符合全部筛选条件。请移除一项或全部条件。
search-nothing-help = 请尝试更少或更宽泛的词语、另一种语言，或物质、工艺、行业的名称。如果尚无人提供，请发布需求。
search-first-page = 回到第一页
search-all = 查看全部信息
search-post-request = 发布需求
search-pages = 页码
search-previous = 上一页
search-next = 下一页
search-offered-to = 面向{ $country }
search-evidence-at-least = 证据至少为：{ $step }
facet-kind = 类型
facet-theme = 主题
facet-keyword = 关键词
facet-country = 国家
facet-offered-to = 面向国家
facet-stage = 成熟度
facet-cooperation = 合作方式
facet-industry = 行业
facet-sdg = 可持续发展目标
facet-scheme = 环境标志
facet-evidence = 证据等级不低于
facet-sector = 部门
sort-relevance = 相关性
sort-newest = 最新
sort-closing = 即将截止
sort-effect = 成效最大
kind-offer = 供应
kind-request = 需求
kind-plural-offer = 供应
kind-plural-request = 需求

## Cards
card-label-until = { $scheme }，有效期至 { $day }
card-budget = 预算 { $amount }
card-requirements = { $n ->
   *[other] { $n } 项要求
}
card-payback = { $n ->
   *[other] 投资回收期 { $n } 个月
}
card-offered-region = 面向中国及全部东盟成员国
card-offered-to = 面向{ $countries }
card-offered-count = 面向 { $n } 个国家
card-closed = 已于 { $moment } 截止
card-closes = { $relative }截止 · { $moment }
card-removal = { $parameter } 去除
card-essential = 必需
card-desirable = 可选
money-from = { $amount } 起
money-to = 不超过 { $amount }
basis-per = 每{ $product }

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
error-request = 如就此问题联系我们，请注明编号
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

## Accounts
accounts-sign-up = 注册账户
accounts-sign-up-lead = 发布供给与需求、表达合作意向需要账户；搜索和阅读则不需要。
accounts-sign-up-do = 创建账户
accounts-have-one = 已有账户？
accounts-name = 姓名
accounts-name-hint = 合作方对您的称呼
accounts-name-characters = 只能使用文字、标点和空格
accounts-email = 电子邮箱
accounts-email-hint = 请填写工作邮箱；它不会出现在任何公开页面上
accounts-password = 密码
accounts-password-new = 新密码
accounts-password-current = 当前密码
accounts-password-hint = 至少 8 个字符。几个互不相关的词好记又难猜。
accounts-terms = 使用条款
accounts-terms-accept = 我已阅读并接受使用条款
accounts-terms-read = 阅读使用条款
accounts-terms-needed = 请先接受使用条款
accounts-sign-in = 登录
accounts-sign-in-do = 登录
accounts-sign-in-wrong = 电子邮箱或密码不正确
accounts-verify-sent = 请查看您的邮箱
accounts-verify-sent-text = 我们已向您填写的邮箱发送邮件。请在 48 小时内打开其中的链接以继续。
accounts-verify-again = 没有收到邮件？
accounts-verify-again-text = 请先查看垃圾邮件。如果仍未找到，我们可以再发一封。
accounts-verify-again-do = 重新发送邮件
accounts-verify = 确认您的电子邮箱
accounts-verify-text = { $email } 是您的邮箱吗？确认后即登录。
accounts-verify-do = 确认并登录
accounts-stale = 此链接已失效
accounts-stale-text = 它可能已被使用、已被新链接取代，或已过有效期。
accounts-forgot = 忘记密码？
accounts-forgot-text = 请填写您的电子邮箱。如果该邮箱有账户，我们会发送一个用于设置新密码的链接。
accounts-forgot-do = 发送链接
accounts-reset = 设置新密码
accounts-reset-text = 用于账户 { $email }。设置后，您在所有设备上都会退出登录。
accounts-reset-do = 设置密码
accounts-account = 我的账户
accounts-signed-in-as = 当前登录:{ $email }。
accounts-organisations = 我的机构
accounts-profile = 个人信息
accounts-locale = 语言
accounts-locale-hint = 页面和邮件使用的语言
accounts-time-zone = 时区
accounts-time-zone-hint = 时间和截止日期按此时区显示
accounts-save = 保存
accounts-password-change = 密码
accounts-password-change-do = 修改密码
accounts-current-wrong = 当前密码不正确
accounts-sessions = 已登录的设备
accounts-sessions-text = 如有不认识的设备，请将其退出，并修改密码。
accounts-session-browser = { $system } 上的 { $browser }
accounts-session-unknown = 其他程序
accounts-session-began = 登录于 { $at }
accounts-session-seen = 最近使用 { $at }
accounts-session-this = 本浏览器
accounts-session-end = 退出
accounts-sessions-end = 退出所有其他设备
notice-accounts-mailed = 邮件已发送，几分钟内即可收到。
notice-accounts-unproved = 请先确认您的电子邮箱，链接已发至您的邮箱。
notice-accounts-verified = 您的电子邮箱已确认，欢迎使用！
notice-accounts-signed-out = 您已退出登录。
notice-accounts-reset-mailed = 如果该邮箱有账户，带有链接的邮件正在发送。
notice-accounts-reset = 新密码已设置，请用它登录。
notice-accounts-saved = 已保存。
notice-accounts-password-changed = 密码已修改，其他浏览器已退出登录。
notice-accounts-session-ended = 该浏览器已退出登录。
notice-accounts-sessions-ended = 所有其他浏览器均已退出登录。
accounts-mail-verify-subject = 请确认您在 Greenbridge 的电子邮箱
accounts-mail-verify-text = 有人(应该是您本人)用此邮箱注册了 Greenbridge。请在 { $hours } 小时内确认。
accounts-mail-verify-action = 确认邮箱
accounts-mail-verify-reason = 您收到此邮件，是因为有人在 Greenbridge 注册时填写了此邮箱。如果不是您本人，请勿理会：未经确认，任何人都无法使用它。
accounts-mail-exists-subject = 您在 Greenbridge 已有账户
accounts-mail-exists-text = 有人(应该是您本人)试图用此邮箱注册。该邮箱已有账户，因此没有任何改动。
accounts-mail-exists-forgot = 如果忘记了密码，可在登录页面设置新密码。
accounts-mail-exists-action = 登录
accounts-mail-reset-subject = 设置 Greenbridge 的新密码
accounts-mail-reset-text = 您可通过此链接设置新密码。链接只能使用一次，{ $hours } 小时内有效。
accounts-mail-reset-action = 设置新密码
accounts-mail-reset-reason = 您收到此邮件，是因为有人用此邮箱申请了新密码。如果不是您本人，请勿理会：您的密码不会改变。
accounts-mail-changed-subject = 您的 Greenbridge 密码已修改
accounts-mail-changed-text = 您账户的密码刚刚被修改，其他浏览器已退出登录。
accounts-mail-changed-otherwise = 如果不是您本人操作，请立即设置新密码。
accounts-mail-changed-action = 设置新密码
accounts-mail-changed-reason = 您收到此邮件，是因为您在 Greenbridge 有账户。
