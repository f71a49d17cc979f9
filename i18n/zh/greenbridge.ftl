### Texts of Greenbridge. Ids begin with the place where the text stands.

## Layout
layout-skip = Skip to content
layout-menu = Menu
layout-main-menu = Main
layout-listings = Offers and requests
layout-labels = Eco-labels
layout-organisations = Organisations
layout-workspace = Workspace
layout-interests = Interest
layout-account = My account
layout-organisation = My organisation
layout-organisation-new = Add your organisation
layout-staff = Staff
layout-foot = Foot of the page
layout-moderation = Moderation
layout-sign-in = Sign in
layout-sign-out = Sign out
layout-post = Post a listing
layout-purpose = Greenbridge, an open marketplace for environmentally sound technology
layout-mailbox = Mailbox of the demonstration

## Home
home-title = Cleaner technology for China and ASEAN
home-heading = Find the technology. Prove the effect. Make it travel.
home-lead = Cleaner production and eco-labelled solutions from China and the ten ASEAN member states: offered by those who build them, requested by those who need them, with figures that were checked.
home-often = Often looked for:
home-so-far = So far
home-offers = { $n ->
    [one] offer
   *[other] offers
} from { $countries ->
    [one] one country
   *[other] { $countries } countries
}
home-requests = { $n ->
    [one] request
   *[other] requests
} from agencies and enterprises
home-checked = with evidence that was checked
home-labelled = with a valid eco-label
home-needed = Needed now
home-all-requests = All requests
home-new = New offers
home-all-offers = All offers
home-themes = By theme
home-where = Where
home-how = How it works
home-how-offer = Offer or ask
home-how-offer-text = Describe a technology with its figures, or a need with its limits. A moderator reads every listing before it is public.
home-how-check = See what is proved
home-how-check-text = Each claim shows its evidence, from self-declared to government verified, and each eco-label what it is worth in your country.
home-how-interest = Express interest
home-how-interest-text = Interest is tracked from the first message to the agreement. Contact details open when it is accepted.

## Search
search-title = { $n ->
    [one] One listing
   *[other] { $count } listings
}
search-title-for = { $n ->
    [0] No listing
    [one] One listing
   *[other] { $count } listings
} for “{ $q }”
search-title-page = (page { $page } of { $pages })
search-filters = Filters
search-filters-on = Filters ({ $n })
search-more = { $n } more
search-apply = Apply filters
search-label = What do you need?
search-example = dye house water, 污水处理, waste heat …
search-button = Search
search-count = { $n ->
    [0] No listing
    [one] One listing
   *[other] { $count } listings
}
search-for = for “{ $q }”
search-in = in
search-remove = Remove filter { $filter }
search-clear = Clear all filters
search-did-you-mean = Did you mean
search-unknown = Not found anywhere: { $words }. The results are for the other words.
search-sorted = Sorted by
search-no-such-page = There are not so many pages
search-nothing = Nothing was found
search-nothing-filtered = No listing has all these filters at once. Remove one, or all.
search-nothing-help = Try fewer or more general words, another language, or the name of a substance, a process or an industry. If nobody offers it yet, ask for it.
search-first-page = To the first page
search-all = See all listings
search-post-request = Post a request
search-pages = Pages
search-previous = Previous
search-next = Next
search-offered-to = Offered to { $country }
search-evidence-at-least = Evidence at least: { $step }
facet-kind = Kind
facet-theme = Theme
facet-keyword = Keyword
facet-country = Country
facet-offered-to = Offered to
facet-stage = Readiness
facet-cooperation = Cooperation
facet-industry = Industry
facet-sdg = Sustainable Development Goal
facet-scheme = Eco-label
facet-evidence = Evidence, at least
facet-sector = Sector
sort-relevance = relevance
sort-newest = newest
sort-closing = closing soon
sort-effect = greatest effect
kind-offer = Offer
kind-request = Request
kind-plural-offer = Offers
kind-plural-request = Requests

## Cards
card-label-until = { $scheme } to { $day }
card-budget = Budget { $amount }
card-requirements = { $n ->
    [one] 1 requirement
   *[other] { $n } requirements
}
card-payback = Payback { $n ->
    [one] 1 month
   *[other] { $n } months
}
card-offered-region = Offered to China and all ASEAN members
card-offered-to = Offered to { $countries }
card-offered-count = Offered to { $n } countries
card-closed = Closed on { $moment }
card-closes = Closes { $relative } · { $moment }
card-removal = { $parameter } removed
card-essential = essential
card-desirable = desirable
money-from = from { $amount }
money-to = up to { $amount }
basis-per = per { $product }
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
error-home = To the home page
error-search = Search offers and requests
error-request = If you write to us about this, name the number
error-400 = This request could not be understood
error-400-text = The address or the form was incomplete. Go back and try again.
error-403 = You may see this but not do it
error-403-text = Your role does not allow this. The owner of your organisation can change roles.
error-404 = This page is not here
error-404-text = It may have moved, or you may need to sign in to see it.
error-405 = This address cannot be used that way
error-405-text = Use the buttons and links of the page before.
error-408 = This took too long
error-408-text = The connection was too slow to finish. What you saved before is still there. Try again.
error-409 = Somebody else was first
error-409-text = Nothing of yours was lost. Open the page again to see how things stand now.
error-410 = This listing was withdrawn
error-410-text = Its owner or a moderator has taken it down. Others like it may be found by search.
error-413 = That was too large
error-413-text = A file may have up to 20 MB. Make it smaller and try again.
error-415 = This kind of content is not taken
error-415-text = Use the form of the page before.
error-422 = Something in the form is not right
error-422-text = Go back and check what you entered.
error-429 = Too many attempts
error-429-text = Wait a moment and try again.
error-500 = Something went wrong on our side
error-500-text = We have noted it. What you saved before is still there. Please try again later.
error-503 = We are busy just now
error-503-text = Please try again in a few seconds. What you saved before is still there.

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

## Accounts
accounts-sign-up = 注册账户
accounts-sign-up-lead = 发布供给与需求、表达合作意向需要账户;搜索和阅读则不需要。
accounts-sign-up-do = 创建账户
accounts-have-one = 已有账户?
accounts-name = 姓名
accounts-name-hint = 合作方对您的称呼
accounts-name-characters = 只能使用文字、标点和空格
accounts-email = 电子邮箱
accounts-email-hint = 请填写工作邮箱;它不会出现在任何公开页面上
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
accounts-verify-again = 没有收到邮件?
accounts-verify-again-text = 请先查看垃圾邮件。如果仍未找到,我们可以再发一封。
accounts-verify-again-do = 重新发送邮件
accounts-verify = 确认您的电子邮箱
accounts-verify-text = { $email } 是您的邮箱吗?确认后即登录。
accounts-verify-do = 确认并登录
accounts-stale = 此链接已失效
accounts-stale-text = 它可能已被使用、已被新链接取代,或已过有效期。
accounts-forgot = 忘记密码?
accounts-forgot-text = 请填写您的电子邮箱。如果该邮箱有账户,我们会发送一个用于设置新密码的链接。
accounts-forgot-do = 发送链接
accounts-reset = 设置新密码
accounts-reset-text = 用于账户 { $email }。设置后,您在所有设备上都会退出登录。
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
accounts-sessions-text = 如有不认识的设备,请将其退出,并修改密码。
accounts-session-browser = { $system } 上的 { $browser }
accounts-session-unknown = 其他程序
accounts-session-began = 登录于 { $at }
accounts-session-seen = 最近使用 { $at }
accounts-session-this = 本浏览器
accounts-session-end = 退出
accounts-sessions-end = 退出所有其他设备
notice-accounts-mailed = 邮件已发送,几分钟内即可收到。
notice-accounts-unproved = 请先确认您的电子邮箱,链接已发至您的邮箱。
notice-accounts-verified = 您的电子邮箱已确认,欢迎使用!
notice-accounts-signed-out = 您已退出登录。
notice-accounts-reset-mailed = 如果该邮箱有账户,带有链接的邮件正在发送。
notice-accounts-reset = 新密码已设置,请用它登录。
notice-accounts-saved = 已保存。
notice-accounts-password-changed = 密码已修改,其他浏览器已退出登录。
notice-accounts-session-ended = 该浏览器已退出登录。
notice-accounts-sessions-ended = 所有其他浏览器均已退出登录。
accounts-mail-verify-subject = 请确认您在 Greenbridge 的电子邮箱
accounts-mail-verify-text = 有人(应该是您本人)用此邮箱注册了 Greenbridge。请在 { $hours } 小时内确认。
accounts-mail-verify-action = 确认邮箱
accounts-mail-verify-reason = 您收到此邮件,是因为有人在 Greenbridge 注册时填写了此邮箱。如果不是您本人,请勿理会:未经确认,任何人都无法使用它。
accounts-mail-exists-subject = 您在 Greenbridge 已有账户
accounts-mail-exists-text = 有人(应该是您本人)试图用此邮箱注册。该邮箱已有账户,因此没有任何改动。
accounts-mail-exists-forgot = 如果忘记了密码,可在登录页面设置新密码。
accounts-mail-exists-action = 登录
accounts-mail-reset-subject = 设置 Greenbridge 的新密码
accounts-mail-reset-text = 您可通过此链接设置新密码。链接只能使用一次,{ $hours } 小时内有效。
accounts-mail-reset-action = 设置新密码
accounts-mail-reset-reason = 您收到此邮件,是因为有人用此邮箱申请了新密码。如果不是您本人,请勿理会:您的密码不会改变。
accounts-mail-changed-subject = 您的 Greenbridge 密码已修改
accounts-mail-changed-text = 您账户的密码刚刚被修改,其他浏览器已退出登录。
accounts-mail-changed-otherwise = 如果不是您本人操作,请立即设置新密码。
accounts-mail-changed-action = 设置新密码
accounts-mail-changed-reason = 您收到此邮件,是因为您在 Greenbridge 有账户。
