### Texts of Greenbridge. Ids begin with the place where the text stands.

## Layout
layout-skip = Skip to content
layout-menu = Menu
layout-main-menu = Main
layout-listings = Offers and requests
layout-labels = Eco-labels
layout-organisations = Organisations
layout-interests = Interest
layout-moderation = Moderation
layout-sign-in = Sign in
layout-sign-out = Sign out
layout-post = Post a listing
layout-purpose = Greenbridge, an open marketplace for environmentally sound technology
layout-mailbox = Mailbox of the demonstration

## Home
home-title = Find the technology. Prove the effect. Make it travel.

## Time
time-today = today
time-in-days = { $n ->
    [one] tomorrow
   *[other] in { $n } days
}
time-days-ago = { $n ->
    [one] yesterday
   *[other] { $n } days ago
}

## What is wrong with a field
problem-title = There is a problem
problem-prefix = Error:
problem-missing = This is needed
problem-too-long = At most { $max } characters
problem-too-short = At least { $min } characters
problem-too-many = At most { $max } entries
problem-not-email = Give an e-mail address such as name@example.org
problem-not-url = Give a web address that begins with https://
problem-not-number = Give a number such as 12.5
problem-out-of-range = Give a number from { $min } to { $max }
problem-not-date = Give a day as year-month-day, such as 2027-03-14
problem-unknown-choice = Choose one of the list
problem-password-weak = This password is easy to guess. Use several unrelated words, or a longer one

## Errors
error-home = To the home page
error-search = Search offers and requests
error-request = If you write to us about this, name the number { $id }.
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
interest-act-lapse = 使其失效
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
interest-act-hint-lapse = 因未按时答复，本次交流将结束。
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
