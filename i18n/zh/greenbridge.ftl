### 绿桥的文字。标识以文字所在的位置开头。

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
    [0] 没有找到信息
   *[other] { $count } 条信息
}：“{ $q }”
    [0] 没有与“{ $q }”相关的信息
   *[other] { $count } 条与“{ $q }”相关的信息
}
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
search-evidence-at-least = 证据不低于：{ $step }
facet-kind = 类别
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
facet-evidence = 证据不低于
facet-sector = 机构类型
sort-relevance = 相关度
sort-newest = 最新
sort-closing = 即将截止
sort-effect = 成效最大
kind-offer = 供给
kind-request = 需求
kind-plural-offer = 供给
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

## Expressions of interest
interest-index-title = 合作意向
interest-sides = 收到的与发出的
interest-received = 收到的
interest-sent = 发出的
interest-crumbs = 当前位置
interest-from-to = { $sender } 致 { $receiver }
interest-you = 您
interest-read = 已读
interest-choose = 请选择
interest-state-draft = 草稿
interest-state-sent = 已发出
interest-state-acknowledged = 已确认收到
interest-state-in-discussion = 洽谈中
interest-state-info-requested = 待补充信息
interest-state-accepted = 已接受
interest-state-negotiating = 谈判中
interest-state-agreement = 已达成协议
interest-state-no-agreement = 未达成协议
interest-state-declined = 已婉拒
interest-state-withdrawn = 已撤回
interest-state-lapsed = 已失效
interest-ahead-sent = 对方将收到邮件通知
interest-ahead-acknowledged = 对方确认收到
interest-ahead-in-discussion = 双方问答交流
interest-ahead-accepted = 双方可见彼此的联系方式
interest-ahead-negotiating = 商定条款
interest-ahead-agreement = 记录类型、金额与起始日期
interest-new-title = 表达合作意向
interest-new-intro = 对方机构的所有者和编辑会收到邮件通知，并在本站答复。您可以在“合作意向”中跟踪每一步。
interest-purpose = 您对哪种合作感兴趣？
interest-purpose-hint = 可选择一种或多种合作形式。
interest-purpose-sought = 该信息寻求：{ $names }。您也可以选择其他形式。
interest-message = 留言
interest-message-hint = 请说明您的需求、规模以及首先想了解的内容。最多 8,000 个字符。
interest-country = 拟应用的国家
interest-site = 地点
interest-site-hint = 例如某工厂、园区或城镇。
interest-budget = 预算
interest-budget-hint = 例如“200 万至 500 万美元”或“尚未确定”。
interest-timetable = 时间安排
interest-timetable-hint = 例如“2027 年年中前启动”。
interest-nda = 保密
interest-nda-hint = 如需在签署保密协议后才交换细节，请勾选。
interest-nda-yes = 先签署保密协议
interest-contact-hidden = 机构和人员的名称可见。在意向被接受之前，双方的电子邮件地址均不公开。
interest-send = 发送给 { $receiver }
interest-keep = 保存为草稿
interest-cancel = 返回该信息
interest-kept = 您填写的内容仍保留在下方。
interest-draft-text = 只有贵机构能看到此草稿，尚未发送任何内容。
interest-continue = 继续填写并发送
interest-discard = 丢弃草稿
interest-discard-hint = 草稿及其内容将被删除，无法恢复。
interest-reply = 消息
interest-reply-hint = 对方会收到邮件通知。消息发出后不能修改。
interest-reply-send = 发送消息
interest-closed = 本次交流已结束，不能再发送消息。
interest-viewer = 您以查看者身份阅读。贵机构的所有者和编辑可以答复。
interest-where = 当前进展
interest-contacts = 联系方式
interest-agreed = 协议内容
interest-agreement-kind = 合作形式
interest-agreement-value = 金额
interest-agreement-value-hint = 如不涉及金额，请留空。
interest-agreement-currency = 币种
interest-agreement-starts = 起始日期
interest-fact-purpose = 目的：{ $names }
interest-fact-site = 地点：{ $place }
interest-fact-budget = 预算：{ $budget }
interest-fact-timetable = 时间：{ $timetable }
interest-fact-nda = 先签保密协议
interest-act-acknowledge = 确认收到
interest-act-discuss = 开始洽谈
interest-act-request-info = 请求补充信息
interest-act-provide-info = 提供信息
interest-act-accept = 接受
interest-act-negotiate = 开始谈判
interest-act-agree = 记录协议
interest-act-no-agreement = 未达成协议而结束
interest-act-decline = 婉拒
interest-act-withdraw = 撤回
interest-act-revive = 重新开启
interest-act-hint-acknowledge = 告知对方已收到，您将予以答复。
interest-act-hint-discuss = 表明双方正在共同研究。
interest-act-hint-request-info = 请发送方在您作出决定之前提供所需信息。
interest-act-hint-provide-info = 您的答复将发送给对方，洽谈继续进行。
interest-act-hint-accept = 此后双方均可看到对方联系人的姓名和电子邮件地址。
interest-act-hint-negotiate = 表明双方正在商定条款。
interest-act-hint-agree = 本次交流以达成协议结束，对方会收到邮件通知。
interest-act-hint-no-agreement = 本次交流将结束，无法撤销。
interest-act-hint-decline = 本次交流将结束，发送方会看到您的理由。无法撤销。
interest-act-hint-withdraw = 本次交流将结束，接收方会收到通知。无法撤销，但您可以重新表达意向。
interest-act-hint-revive = 意向将再次发出。仅可重新开启一次。
interest-reason = { $action ->
    [request_info] 您需要哪些信息？
    [provide_info] 您的答复
    [agree] 备注
   *[other] 理由
}{ $needed ->
    [true] {""}
   *[other] （选填）
}
interest-event = { $action ->
    [send] { $organisation } 表达了合作意向
    [acknowledge] { $organisation } 已确认收到
    [discuss] { $organisation } 开始了洽谈
    [request_info] { $organisation } 请求补充信息
    [provide_info] { $organisation } 提供了信息
    [accept] { $organisation } 已接受
    [negotiate] { $organisation } 开始了谈判
    [agree] { $organisation } 记录了协议
    [no_agreement] { $organisation } 结束了交流，未达成协议
    [decline] { $organisation } 已婉拒
    [withdraw] { $organisation } 已撤回
    [revive] { $organisation } 重新开启
   *[other] 因未按时答复而失效
}
interest-next = { $side ->
    [sender] { $state ->
        [draft] 尚未发送。
        [sent] 等待对方确认收到。
        [acknowledged] 对方已收到，将予以答复。
        [in_discussion] 对方充分了解后将接受或婉拒。
        [info_requested] 对方需要您补充信息。
        [accepted] 双方联系方式已公开，任何一方均可开始谈判。
        [negotiating] 任何一方均可记录结果。
        [agreement] 双方已达成协议。
        [no_agreement] 已结束，未达成协议。
        [declined] 对方已婉拒。
        [withdrawn] 贵机构已撤回。
       *[other] 未按时收到答复，可重新开启一次。
    }
   *[other] { $state ->
        [draft] 尚未发送。
        [sent] 等待您的答复。发送第一条消息即视为确认收到。
        [acknowledged] 等待您的答复。
        [in_discussion] 充分了解后，请接受或婉拒。
        [info_requested] 等待发送方补充信息。
        [accepted] 双方联系方式已公开，任何一方均可开始谈判。
        [negotiating] 任何一方均可记录结果。
        [agreement] 双方已达成协议。
        [no_agreement] 已结束，未达成协议。
        [declined] 贵机构已婉拒。
        [withdrawn] 发送方已撤回。
       *[other] 未按时答复，可重新开启一次。
    }
}
interest-your-turn = 待您处理
interest-moved = 最近进展：{ $day }（{ $ago }）
interest-found = { $n ->
   *[other] { $n } 项合作意向
}
interest-filter = 状态
interest-filter-all = 全部状态
interest-filter-open = 进行中
interest-filter-ended = 已结束
interest-filter-remove = 移除筛选条件“{ $name }”
interest-show = 显示
interest-show-all = 显示全部
interest-none-state = 没有处于此状态的意向
interest-none-state-text = 贵机构还有其他意向，移除筛选条件即可查看。
interest-none-received = 尚无机构表达意向
interest-none-received-text = 当其他机构对您发布的信息感兴趣时，其留言会显示在这里，您也会收到邮件通知。有实测效益和证明的信息最受关注。
interest-none-sent = 您尚未表达意向
interest-none-sent-text = 打开适合您的供应或需求信息，选择“表达合作意向”，即可在此跟踪每一步。
interest-browse = 浏览供应与需求
interest-pages = 页码
interest-page = 第 { $number } 页，共 { $pages } 页
interest-previous = 上一页
interest-following = 下一页
interest-problem-purpose = 请选择您感兴趣的合作形式
interest-problem-message = 请填写留言
interest-problem-country = 请选择拟应用的国家
interest-problem-body = 发送前请先填写消息
interest-problem-reason = 请说明理由，对方会看到
interest-problem-kind = 请选择合作形式
interest-problem-currency = 请选择金额的币种
interest-problem-starts = 请填写起始日期
interest-what-next = 您现在可以做什么
interest-not-done = 操作未完成。
interest-unsent = 您所写的内容：
interest-refused-state = 当前状态为“{ $state }”，不能进行此操作。最新进展见下方。
interest-refused-messages = 当前状态为“{ $state }”，不再接收消息。
interest-refused-side = 此操作应由对方进行。
interest-refused-listing = 该信息目前不接受合作意向。
interest-refused-not-overdue = 答复期限尚未届满。
interest-refused-revived = 此前已重新开启过，仅可开启一次。
interest-refused-other = 双方就该信息已有进行中的意向 { $reference }。
interest-refused-daily = 未经核实的机构每天最多可表达 { $n } 次意向。请保存为草稿明天再发送，或申请机构核实。
interest-refused-suspended = 贵机构已被暂停，不能表达意向。
interest-refused-stale = 在您打开页面之后，有人作了更改。最新进展见下方。
notice-interest-sent = 合作意向已发送，对方机构会收到邮件通知。
notice-interest-saved = 已保存为草稿，尚未发送。
notice-interest-already-open = 贵机构已对该信息表达过意向，详情如下。
notice-interest-changed = 操作完成，对方会收到邮件通知。
notice-interest-written = 消息已发送。
notice-interest-discarded = 草稿已丢弃。
interest-mail-subject = { $news ->
    [send] { $organisation } 对您发布的信息感兴趣
    [acknowledge] { $organisation } 已确认收到您的意向
    [discuss] { $organisation } 开始了洽谈
    [request_info] { $organisation } 请您补充信息
    [provide_info] { $organisation } 提供了信息
    [accept] { $organisation } 已接受您的意向
    [negotiate] { $organisation } 开始谈判
    [agree] { $organisation } 记录了协议
    [no_agreement] { $organisation } 结束了交流，未达成协议
    [decline] { $organisation } 婉拒了您的意向
    [withdraw] { $organisation } 撤回了意向
    [revive] { $organisation } 重新开启了交流
    [message] { $organisation } 给您发来消息
   *[other] 一项合作意向已失效
}
interest-mail-about = 事由：{ $reference }，“{ $title }”（{ $listing }）。
interest-mail-next = { $news ->
    [send] 您可以确认收到、提问、接受或婉拒。
    [request_info] 请提供所需信息，以便对方作出决定。
    [accept] 现在您可以在页面上看到对方的联系方式，对方也能看到您的。
    [agree] 协议内容见页面。
    [no_agreement] 理由见页面。
    [decline] 您可以随时对其他信息表达意向。
    [withdraw] 您无需再做任何事。
    [lapse] 未按时收到答复。任何一方均可重新开启一次。
   *[other] 您可以在页面上答复。
}
interest-mail-open = 打开交流页面
interest-mail-reason = 您收到此邮件，是因为您是 { $organisation } 在 Greenbridge 上的所有者或编辑。
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
