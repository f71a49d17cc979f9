### Texts of Greenbridge. Ids begin with the place where the text stands.

## Layout
layout-skip = 跳到正文
layout-menu = 菜单
layout-main-menu = 主菜单
layout-listings = 供给与需求
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
layout-sign-out = 退出
layout-post = 发布信息
layout-purpose = Greenbridge，环境友好技术的开放市场
layout-mailbox = 演示邮箱

## Home
home-title = 面向中国与东盟的清洁技术
home-heading = 找到技术，验证成效，促成转移。
home-lead = 来自中国和东盟十国的清洁生产与环境标志解决方案：由研制者提供，由需要者提出，数据经过核查。
home-often = 常见搜索：
home-so-far = 目前
home-offers = { $n ->
   *[other] 项供给，来自 { $countries } 个国家
}
home-requests = { $n ->
   *[other] 项需求，来自政府部门和企业
}
home-checked = 项附有经核查的证据
home-labelled = 项持有有效环境标志
home-needed = 当前需求
home-all-requests = 全部需求
home-new = 最新供给
home-all-offers = 全部供给
home-themes = 按主题
home-where = 按国家
home-how = 如何使用
home-how-offer = 提供或征集
home-how-offer-text = 用数据说明一项技术，或用限值说明一项需求。每条信息公开之前都由审核员阅读。
home-how-check = 看清证据
home-how-check-text = 每项声明都标明证据，从自我声明到政府核验；每个环境标志都说明在贵国是否有效。
home-how-interest = 表达合作意向
home-how-interest-text = 从第一条消息到签订协议，合作意向全程可追踪。意向被接受后，双方才能看到联系方式。

## Search
search-title = { $n ->
   *[other] { $count } 条信息
}
search-title-for = { $n ->
    [0] 没有找到信息
   *[other] { $count } 条信息
}：“{ $q }”
search-title-page = （第 { $page } 页，共 { $pages } 页）
search-filters = 筛选
search-filters-on = 筛选（{ $n }）
search-more = 另外 { $n } 项
search-apply = 应用筛选
search-label = 您需要什么？
search-example = 印染废水、污水处理、waste heat……
search-button = 搜索
search-count = { $n ->
    [0] 没有找到信息
   *[other] { $count } 条信息
}
search-for = 关于“{ $q }”
search-in = 条件
search-remove = 去掉筛选条件 { $filter }
search-clear = 清除全部筛选
search-did-you-mean = 您要找的是不是
search-unknown = 没有任何信息包含：{ $words }。以下结果对应其余词语。
search-sorted = 排序
search-no-such-page = 没有这么多页
search-nothing = 没有找到结果
search-nothing-filtered = 没有信息同时满足这些筛选条件。请去掉一项或全部。
search-nothing-help = 请尝试更少或更常用的词、另一种语言，或者物质、工艺、行业的名称。如果还没有人提供，请发布需求。
search-first-page = 回到第一页
search-all = 查看全部信息
search-post-request = 发布需求
search-pages = 页码
search-previous = 上一页
search-next = 下一页
search-offered-to = 面向{ $country }
search-evidence-at-least = 证据不低于：{ $step }
facet-kind = 类别
facet-theme = 主题
facet-keyword = 关键词
facet-country = 国家
facet-offered-to = 面向国家
facet-stage = 成熟度
facet-cooperation = 合作方式
facet-industry = 行业
facet-sdg = 可持续发展目标
facet-scheme = 环境标志
facet-evidence = 证据不低于
facet-sector = 机构类型
sort-relevance = 相关度
sort-newest = 最新
sort-closing = 即将截止
sort-effect = 成效最大
kind-offer = 供给
kind-request = 需求
kind-plural-offer = 供给
kind-plural-request = 需求

## Cards
card-label-until = { $scheme }，有效期至 { $day }
card-budget = 预算 { $amount }
card-requirements = { $n } 项要求
card-payback = 回收期 { $n } 个月
card-offered-region = 面向中国和东盟各国
card-offered-to = 面向 { $countries }
card-offered-count = 面向 { $n } 个国家
card-closed = 已于 { $moment } 截止
card-closes = { $relative }截止 · { $moment }
card-removal = { $parameter }去除率
card-essential = 必需
card-desirable = 期望
money-from = { $amount } 起
money-to = 至多 { $amount }
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
problem-title = 有问题需要处理
problem-prefix = 错误：
problem-missing = 此项必填
problem-too-long = 最多 { $max } 个字符
problem-too-short = 至少 { $min } 个字符
problem-too-many = 最多 { $max } 项
problem-not-email = 请填写电子邮箱，例如 name@example.org
problem-not-url = 请填写以 https:// 开头的网址
problem-not-number = 请填写数字，例如 12.5
problem-out-of-range = 请填写 { $min } 到 { $max } 之间的数字
problem-not-date = 请按“年-月-日”填写日期，例如 2027-03-14
problem-unknown-choice = 请从列表中选择
problem-password-weak = 这个密码容易被猜到。请使用几个互不相关的词，或更长的密码

## Errors
error-home = 回到首页
error-search = 搜索供给与需求
error-request = 如需就此联系我们，请注明编号
error-400 = 无法理解这个请求
error-400-text = 网址或表单不完整。请返回重试。
error-403 = 您可以查看，但不能执行此操作
error-403-text = 您的角色不允许此操作。机构所有者可以更改角色。
error-404 = 没有这个页面
error-404-text = 页面可能已移动，或需要登录后才能查看。
error-405 = 不能以这种方式使用此网址
error-405-text = 请使用上一页的按钮和链接。
error-408 = 用时过长
error-408-text = 连接太慢，未能完成。之前保存的内容仍在。请重试。
error-409 = 已有他人先行操作
error-409-text = 您的内容没有丢失。请重新打开页面查看当前状态。
error-410 = 这条信息已撤下
error-410-text = 其所有者或审核员已将其撤下。可以搜索类似的信息。
error-413 = 内容过大
error-413-text = 单个文件不得超过 20 MB。请缩小后重试。
error-415 = 不接受这种内容
error-415-text = 请使用上一页的表单。
error-422 = 表单中有不正确之处
error-422-text = 请返回检查所填内容。
error-429 = 尝试次数过多
error-429-text = 请稍候再试。
error-500 = 我们这边出了问题
error-500-text = 我们已记录。之前保存的内容仍在。请稍后再试。
error-503 = 我们正忙
error-503-text = 请几秒后重试。之前保存的内容仍在。

## Import of the Industrial Wastewater Treatment Technology database (texts of the listings that it makes)

import-comma = 、
import-and = { $first }与{ $last }
import-and-apart = { $first }，以及{ $last }
import-then = { $first }，再经{ $last }
import-title = { $code ->
    [drinking_water] { $steps }用于饮用水处理
    [mixed_or_unclassified] { $steps }处理{ $industry }
    [landfills] { $steps }处理垃圾渗滤液
   *[other] { $steps }处理{ $industry }废水
}
import-title-told-apart = { $title }（{ $id }）
import-scale = { $scale ->
    [full] 工程规模
   *[pilot] 中试规模
}
import-summary = { $scale ->
    [full] 工程规模
   *[pilot] 中试规模
}水处理系统，应用行业：{ $industry }。工艺流程：{ $steps }。
import-summary-measured = 实测参数：{ $parameters }{ $more ->
    [0] 。
   *[other] ，另有 { $more } 项。
}
import-removed = { $parameter }（去除率 { $percent }%）
import-removed-over = { $parameter }（去除率高于 { $percent }%）
import-heading-system = 系统
import-heading-steps = 处理工艺
import-heading-operation = 运行条件
import-heading-cost = 成本
import-heading-findings = 主要结论
import-heading-abstract = 文献摘要
import-heading-figures = 实测数据
import-heading-source = 数据来源
import-ph = pH 值 { $low } 至 { $high }
import-ph-one = pH 值 { $value }
import-additions = 投加药剂：{ $text }
import-media = 滤料或介质：{ $text }
import-maker = 制造商：{ $text }
import-discharge = { $way ->
    [Direct] 排放方式：直接排入水体
   *[other] 排放方式：排入污水管网
}
import-reused = 处理后的水得到回用。
import-cost-capital = 投资：{ $text }
import-cost-operating = 运行维护：{ $text }
import-silent = 监测但未公布数值的参数：{ $parameters }
import-figure = { $parameter }：{ $from } → { $to }
import-figures-more = 其余 { $count } 项数据见“性能”部分
import-original = 系统及其运行情况的详细说明为英文，请见英文版。
import-source = 本条目由美国环境保护局公开数据集“{ $name }”中的 { $id } 号记录整理而成，不代表该机构认可本条目。数值与文字均依原文，名称、单位和代码已作统一。
import-source-name = 工业废水处理技术数据库（IWTT）
import-citation = { $authors }：《{ $title }》，{ $journal }，{ $year }。
import-citation-unknown = 数据库中的第 { $number } 号文献
import-note-outlet = 出水原始数值：{ $figure }
import-note-removal = 文献报告的去除率：{ $figure }
import-note-method = 分析方法：{ $method }
import-note-detection-inlet = 进水检出限：{ $figure }
import-note-detection-outlet = 出水检出限：{ $figure }
import-note-limit = 应达到的限值：{ $figure }
import-note-named-limit = 应达到的限值：{ $figure }（{ $name }）
import-organisation-description = 由公开数据集整理而成的条目。每一条都注明来源；数据的发布机构未参与本平台的工作。
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

## The page of a listing
listing-path = 当前位置
listing-published = { $day } 发布
listing-valid = 有效期至 { $day }
listing-not-public = 此页只有贵机构和审核员可见：这条信息的状态为“{ $state }”。
listing-by = 发布机构：
listing-verified = 已核实机构
listing-fallback = 这条信息没有{ $wanted }版本，您阅读的是{ $lang }版本。
listing-languages = 语言
listing-original = 原文
listing-changes = 成效
listing-performance = 实测性能
listing-labels = 环境标志与证书
listing-label-number = 编号 { $number }
listing-label-until = 有效期至 { $day }
listing-label-verified = 绿桥于 { $day } 核实
listing-label-claimed = 由机构自行声明，尚未核实
listing-requirements = 要求
listing-essential = 必需
listing-desirable = 期望
listing-description = 说明
listing-advantages = 优势
listing-background = 背景
listing-partner-role = 寻求的合作伙伴
listing-references = 示范项目
listing-contact-on-request = 可应要求提供联系人
listing-pictures = 图片
listing-files = 文件
listing-kilobytes = { $n } kB
listing-glance = 概览
listing-act = 操作
listing-express = 表达合作意向
listing-express-help = 意向被接受后，双方才能看到联系方式。
listing-mine = 这是贵机构发布的信息。
listing-edit = 编辑
listing-no-interest = 该机构目前不接受合作意向。
listing-indicator = 指标
listing-before = 之前
listing-after = 之后
listing-change = 变化
listing-evidence = 证据
listing-chart = 图
listing-chart-words = { $name }：之前 { $before }，之后 { $after }
listing-parameter = 参数
listing-inlet = 进水
listing-outlet = 出水
listing-removal = 去除率
listing-conditions = 条件
listing-not-detected = 未检出
listing-months = { $n } 个月
listing-payback = 简单投资回收期（计算值）
listing-capital = 投资成本{ $basis }
listing-operating = 运行成本{ $basis }
listing-saving = 每年节省
listing-cost-note = 成本说明
listing-closes = { $moment } 截止
listing-offered-to = 面向
listing-developed-in = 研发地
listing-deployed-in = 应用地
listing-cooperation = 合作方式
listing-cooperation-wanted = 希望的合作方式
listing-ip = 知识产权
listing-partner = 合作伙伴
listing-partner-size = 合作伙伴规模
listing-site = 地点
listing-budget = 预算
listing-timetable = 时间安排
listing-themes = 主题
listing-keywords = 关键词
listing-treatments = 处理步骤
listing-industries = 行业
listing-sdgs = 目标
listing-source = 来源
listing-citation = 论文
listing-reference = 编号
visibility-public = 公开
visibility-after-acceptance = 意向被接受后可见
visibility-after-nda = 签署保密协议后可见
status-draft = 草稿
status-submitted = 已提交
status-in-review = 审核中
status-changes-requested = 待修改
status-rejected = 未通过
status-published = 已发布
status-paused = 已暂停
status-expired = 已过期
status-archived = 已归档
status-removed = 已移除
certificate-claimed = 自行声明
certificate-document-uploaded = 已提供文件
certificate-verified = 已核实
certificate-expiring = 已核实，即将到期
certificate-refused = 未被认可
certificate-expired = 已过期
certificate-revoked = 已撤销
certificate-superseded = 已被取代
