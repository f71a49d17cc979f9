### Texts of Greenbridge. Ids begin with the place where the text stands.

## Layout
layout-skip = 跳到正文
layout-menu = 菜单
layout-main-menu = 主菜单
layout-listings = 供给与需求
layout-labels = 环境标志
layout-organisations = 机构
layout-effects = 实际成效
layout-workspace = 工作台
layout-interests = 合作意向
layout-account = 我的账户
layout-organisation = 我的机构
layout-organisation-new = 添加您的机构
layout-staff = 工作人员
layout-foot = 页脚
layout-foot-about = 关于我们
layout-foot-help = 帮助
layout-foot-contact = 联系我们
layout-foot-terms = 使用条款
layout-foot-privacy = 隐私政策
layout-foot-accessibility = 无障碍
about-operator = 本站运营方
about-sections = 本页内容
layout-moderation = 审核
layout-admin = 管理
layout-sign-in = 登录
layout-sign-out = 退出
layout-post = 发布信息
layout-purpose = Greenbridge，环境友好技术的开放市场
layout-mailbox = 演示邮箱
layout-clock = 演示时钟

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
home-how-check-text = 每项声明都标明证据，从自我声明到政府核验；每个环境标志都有专页，说明它在哪些国家获得承认。
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
search-effect = 效果
search-benefits = 效益
search-parameters = 去除对象
search-any = 不限
search-field-indicator = 效益或去除对象
search-field-least = 不低于（%）
search-field-scale = 去除率的测定规模
search-field-payback = 投资回收期不超过（月）
search-at-least = ≥ { $percent }%
search-payback-within = { $n } 个月内收回投资
search-feed = 订阅此搜索（Atom）
search-recognised-in = 标志在{ $country }获得承认
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
facet-recognised-in = 标志获承认的国家
facet-evidence = 证据不低于
facet-indicator = 效益或去除对象
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
card-answered = 已答复 { $n } 个问题
card-payback = 回收期 { $n } 个月
card-offered-region = 面向中国和东盟各国
card-offered-to = 面向 { $countries }
card-offered-count = 面向 { $n } 个国家
card-closed = 已于 { $moment } 截止
card-closes = { $relative }截止 · { $moment }
card-endorsed = 联络点认可
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
problem-at = “{ $field }”：{ $problem }
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
problem-unfinished = 本部分保存为未完成，请先填完
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
error-409 = 目前无法进行此操作
error-409-text = 您的内容没有丢失。请重新打开页面查看当前状态。
error-410 = 目前未公开
error-410-text = 可以搜索类似的信息。
error-413 = 内容过大
error-413-text = 一次发送的内容超出上限。请减少内容或换用较小的文件后重试。
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
error-507 = 存储空间已满
error-507-text = 您发送的内容未能保存，也没有留下残缺的部分。之前保存的内容仍在。运营方需要腾出空间，请稍后再试。
signed-out-title = 您已退出登录
signed-out-kept = 您输入的内容没有丢失：仅保留在本页。请在重新发送之前不要关闭本页。
signed-out-sign-in = 登录（在新标签页中打开）
signed-out-come-back = 登录后回到本页。
signed-out-choose = 重新选择文件：文件无法保留在本页。
signed-out-press = 点击“重新发送”。
signed-out-file = 请重新选择：{ $files }
signed-out-secrets = 密码不会保留。需要时请重新输入。
signed-out-send = 重新发送
signed-out-typed = 您输入的内容
signed-out-copy = 您可以在此复制文字，另行保存。
signed-out-text = 文字 { $number }

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
interest-field-purpose = 您对哪种合作感兴趣？
interest-purpose-hint = 可选择一种或多种合作形式。
interest-purpose-sought = 该信息寻求：{ $names }。您也可以选择其他形式。
interest-field-message = 留言
interest-message-hint = 请说明您的需求、规模以及首先想了解的内容。最多 8,000 个字符。
interest-field-country = 拟应用的国家
interest-field-site = 地点
interest-site-hint = 例如某工厂、园区或城镇。
interest-field-budget = 预算
interest-budget-hint = 例如“200 万至 500 万美元”或“尚未确定”。
interest-field-timetable = 时间安排
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
interest-field-body = 消息
interest-reply-hint = 会发邮件告知对方。五分钟内可以修改；**粗体**、列表和链接按 Markdown 书写。
interest-reply-send = 发送消息
interest-closed = 本次交流已结束，不能再发送消息。
interest-viewer = 您以查看者身份阅读。贵机构的所有者和编辑可以答复。
interest-where = 当前进展
interest-contacts = 联系方式
interest-agreed = 协议内容
interest-field-kind = 合作形式
interest-field-value = 金额
interest-agreement-value-hint = 如不涉及金额，请留空。
interest-agreement-starts-hint = 不早于 { $day }（表达意向之日）。
interest-field-currency = 币种
interest-field-starts = 起始日期
interest-agreed-parties = 协议各方
interest-field-further = 其他参与方
interest-further-hint = 选填。{ $sender }和{ $receiver }按当前名称记录。如有其他参与方（例如银行或工程公司），请在此注明。仅双方可见。
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

## Eco-labels
label-title = 环境标志
label-lead = 为产品和技术提供认证的标志计划、其证书在其他国家的效力，以及在本平台上持有证书的机构。只有证书经过核验且在有效期内，才会显示标志。
label-recognition-link = 标志在哪些国家获得承认
label-register = 标志计划名录
label-scheme = 标志计划
label-country = 国家
label-type = 类型
label-body = 主管机构
label-valid-here = 本平台有效证书
label-genices = GENICES：该计划参加全球环境标志网络的合作体系，各机构可相互采用检测结果。
label-genices-member = 参加
label-gen = 全球生态标签网络（GEN）
label-gen-member = 成员
label-unknown = 未知
label-check = 如何核对证书
label-check-site = 在该标志计划的网站上查询编号，或向{ $body }查询，并将持有人、产品和截止日与此处所载内容对照。
label-check-body = 尚不知该计划有公开的证书目录。请提供编号、持有人和产品名称，向{ $body }查询。
label-check-here = 经本站审核员核对的证书会注明核对人和日期。
label-state-claimed = 仅为持有机构自述，尚未核对。
label-state-document-uploaded = 持有机构已提供文件，尚未核对。
label-state-verified = 审核员已对照文件核对或在标志计划处查询，证书有效。
label-state-expiring = 证书有效，但即将到期。
label-state-refused = 审核员已查看，但未能核实，在本站不作为标志。
label-state-expired = 有效期已过，不再有效。
label-state-revoked = 在到期前已被撤销，不再有效。
label-state-superseded = 已被同一产品的新证书取代。
label-reason = 原因：
label-looked-up = 核验依据：
label-says = 证书内容
label-not-said = 未注明
label-statement = 经验证的内容
label-worth-while-valid = 有效期间的适用范围：
label-held-by = 登记机构
label-used-in = 使用该证书的技术供给
label-used-nowhere = 目前没有公开的技术供给使用该证书。
label-without = 以下国家尚未发现本国的标志计划：{ $countries }。东盟与中日韩政府举措调查（亚洲理工学院 2016 年，东亚东盟经济研究中心 2022 年引用）未在文莱、柬埔寨、老挝和缅甸发现此类计划。这些国家的机构仍可声明其他国家的标志。
label-international = 国际
label-eu = 欧盟
label-iso-14024 = I 型，覆盖全生命周期的准则（ISO 14024）
label-iso-14021 = II 型，自我声明（ISO 14021）
label-iso-14025 = III 型，量化数据声明（ISO 14025）
label-iso-14034 = 技术性能验证（ISO 14034）
label-iso-other = 其他
label-path = 路径
label-recognised-by = 获得以下计划承认
label-recognised-by-none = 尚未发现其他计划承认该标志的协议。
label-recognises = 承认以下计划
label-scope = 适用范围
label-scope-unknown = 来源未说明
label-since = 始于
label-since-day = 始于 { $day }
label-source-of = 来源：{ $source }
label-agreement = 协议
label-holders = 本平台上的持有者
label-holders-none = 名录中尚无该计划的有效证书。
label-holders-none-help = 供给方在供给信息中填写证书，审核员对照证明文件进行核验。
label-number = 编号 { $number }
label-until = 有效期至 { $day }
label-verified-by = 由{ $name }于 { $date } 核实
label-search = 搜索带有此标志的供给信息
label-facts = 基本情况
label-code = 代码
label-validity = 证书有效期
label-months = { $n } 个月
label-website = 网站
label-background = 依据一般资料，未查阅原始来源。
label-recognition-title = 标志在哪些国家获得承认
label-recognition-lead = 证书在本国效力最高。在其他国家，只有标志计划之间达成互认协议时才有帮助，且往往仅限部分产品类别。
label-your-country = 您所在的国家
label-show-worth = 查看标志在该国的效力
label-worth-in = 各标志在{ $country }的效力
label-worth = 在该国的效力
label-worth-direct = 本国标志
label-worth-recognised = 依据协议获得承认
label-worth-limited = 仅对部分产品承认：{ $groups }
label-worth-none = 未发现相关协议
label-matrix = 全部标志计划与国家
label-matrix-help = “本国”表示该计划属于该国；“承认”表示该国的计划承认它，或仅对所列产品类别承认。在小屏幕上表格可左右移动。
label-cell-direct = 本国
label-cell-recognised = 承认
label-cell-limited = 仅限部分产品：{ $groups }
label-recognition-source = 本表只反映标志计划之间的协议。用于具体产品之前，请先向采购方所在国的机构确认。
label-mail-verified = 您的证书已通过核验：{ $name }
label-mail-verified-text = 审核员已对照证明文件和标志计划核对了 { $name }。在有效期内，您的信息页面上将显示其标志。
label-mail-refused = 您的证书未能通过核验：{ $name }
label-mail-refused-text = 审核员查看了 { $name }，未能予以核验，因此不显示其标志。原因见下文；您可以在信息中更正后重新提交。
label-mail-revoked = 您的证书已被撤销：{ $name }
label-mail-revoked-text = 审核员已注明 { $name } 不再有效，您的信息页面上不再显示其标志。原因见下文；如有误，请在信息中更正后重新提交。
label-mail-ends = { $n ->
    [0] 您的证书今天到期：{ $name }
   *[other] 您的证书将在 { $n } 天后到期：{ $name }
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
interest-due = { $over ->
    [true] 答复期限为 { $moment }（{ $ago }）；若仍无答复，将在 { $lapses } 后失效。
   *[other] 答复期限为 { $moment }（{ $ago }）。
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
interest-none-state = 没有符合条件的意向
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
interest-problem-starts-early = 协议开始日期不能早于表达意向之日
interest-problem-starts-late = 请填写今后十年之内的日期
interest-what-next = 您现在可以做什么
interest-not-done = 操作未完成。
interest-unsent = 您所写的内容：
interest-refused-state = 当前状态为“{ $state }”，不能进行此操作。最新进展见下方。
interest-refused-messages = 当前状态为“{ $state }”，不再接收消息。
interest-refused-side = 此操作应由对方进行。
interest-refused-listing = 该信息目前不接受合作意向。
interest-refused-closed = 该需求已于{ $moment }截止，不再接受合作意向。
interest-refused-outcome = 该需求已有结果，不再接受合作意向。
interest-refused-paused = 该信息已暂停，在发布方恢复之前不接受意向。
interest-refused-expired = 该信息已过期，除非发布方续期，否则不接受意向。
interest-refused-withdrawn = 该信息已撤回，不再接受意向。
interest-next-closed = 未在期限内得到答复，目前无法重新开启。{ $why }
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
}：{ $title }（{ $reference }）
interest-mail-due = { $over ->
    [true] 您对 { $organisation } 的答复已逾期
   *[other] { $organisation } 正在等待您的答复
}：{ $title }（{ $reference }）
interest-mail-due-text = { $over ->
    [true] 答复期限为 { $due }。若仍无答复，将在 { $lapses } 后失效，并计为未答复。
   *[other] 请于 { $due } 前答复：开始洽谈，或说明理由予以婉拒。若无答复，将在 { $lapses } 后失效。
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
label-mail-ends-text = { $name } 的有效期截至 { $day }。此后，您的信息页面上将不再显示其标志。如已续证，请在信息中填写新证书。
label-mail-waits = 您的证书需重新核验：{ $name }
label-mail-waits-text = 已批准或已提交的信息中，关于 { $name } 的内容与此前核对的不同。审核员将重新核对；在此之前，该证书视为仅由机构声明，不显示其标志。
label-mail-open = 打开工作台
label-mail-why = 您收到此邮件，是因为贵机构在 Greenbridge 上持有该证书。
register-title = 管理
register-lead = 所有人看到的关键词、标志计划、互认关系和公共假日。每次修改都记入日志，包括修改人、时间和修改前的内容。
register-registers = 名录
register-log = 修改日志
register-all-keyword = 关键词
register-all-scheme = 标志计划
register-all-recognition = 互认关系
register-all-holiday = 公共假日
register-one-keyword = 关键词
register-one-scheme = 标志计划
register-one-recognition = 互认关系
register-one-holiday = 公共假日
register-add-keyword = 添加关键词
register-add-scheme = 添加标志计划
register-add-recognition = 添加互认关系
register-add-holiday = 添加假日
register-over-keyword = 已停用
register-over-scheme = 已停用
register-over-recognition = 已终止
register-over-holiday = 不再适用
register-none = 无
register-save = 保存
register-back = 不保存并返回
register-conflict = 其他人已修改该条目
register-conflict-help = 以下是期间保存的、与您填写内容不同之处。您填写的内容仍在表单中；再次保存将采用您的内容。
register-name-in = 名称（{ $language }）
register-field-code = 代码
register-field-theme = 主题
register-field-search = 搜索词
register-field-retired = 已停用
register-field-country = 国家
register-field-body = 主管机构
register-field-iso-type = ISO 类型
register-field-gen = 全球环境标志网络（GEN）成员
register-field-genices = 参加 GENICES
register-field-since = 始于
register-field-valid-months = 证书有效月数
register-field-website = 网站
register-field-local-name = 当地语言名称
register-field-note = 说明
register-field-source = 来源
register-field-dated = 来源日期
register-field-confidence = 信息可靠程度
register-field-scheme = 获承认的标志计划
register-field-recognised-by = 予以承认的标志计划
register-field-kind = 协议类型
register-field-date = 日期
register-field-day = 当日性质
register-field-ended = 终止于
register-field-limited = 仅限部分产品类别
register-field-scope-en = 适用范围（英文）
register-field-scope-zh = 适用范围（中文）
register-field-agreement-en = 协议名称（英文）
register-field-agreement-zh = 协议名称（中文）
register-hint-code = 大写字母、数字和连字符，例如 WAT-IND 或 TH-TGL。代码不可更改。
register-hint-search = 人们搜索时使用的其他词语，可用任何语言，以竖线分隔。
register-hint-since = 年份或日期，例如 2007 或 2024-11-20。
register-hint-ended = 年份或日期；仍有效时留空。填写后标志在该处不再有效。
register-hint-limited = 选“是”时，仅对产品类别或产品名称属于下列类别的证书有效。各类别之间用逗号分隔。
register-hint-dated = 来源的年份或日期，或查阅日期。
register-hint-retired = 仍可阅读和检索，但不能再选用。
register-hint-source = 出处：网址、文件或公告。
register-choice-bilateral = 双边
register-choice-multilateral = 多边
register-choice-seen = 已查阅来源
register-choice-background = 依据一般资料
register-choice-yes = 是
register-choice-holiday = 放假
register-choice-working = 周末调休上班
register-problem-day = 请填写年份或日期，例如 2007 或 2024-11-20。
register-problem-future = 该日期尚未到来。
register-problem-itself = 标志计划不能承认自身。
register-problem-code = 请使用 3 至 30 个大写字母、数字和连字符。
register-problem-taken = 该代码已被使用。
register-problem-name-taken = 已有条目使用此名称，请改用可与之区分的名称。
register-problem-ended-early = 终止时间不能早于起始时间，请填写比“始于”更晚的日期。
register-problem-day-taken = 该国这一天已有条目，请修改已有的条目。
register-seek = 查找
register-seek-hint = 代码、名称或国家的一部分，例如 VN-2026。
register-seek-do = 查找
register-seek-none = 没有找到
register-seek-all = 显示全部
register-log-subject = 条目
register-log-hint = 名录与代码的一部分，例如 keyword/WAT-IND。
register-log-search = 搜索日志
register-log-none = 没有修改记录
register-log-field = 字段
register-log-before = 修改前
register-log-after = 修改后

## Moderation
review-queue = 审核队列
review-page = 第 { $n } 页
review-filters = 案件范围
review-show-waiting = 待审核
review-show-mine = 我正在处理
review-show-decided = 已决定
review-certificates = 证书
review-figure-waiting = 个案件等待决定
review-figure-oldest = 最早一件已等待
review-figure-median = 近 90 天作出决定的中位时间
review-empty-waiting = 没有待审核的案件
review-empty-mine = 您目前没有正在处理的案件
review-empty-decided = 尚无已决定的案件
review-empty-help-waiting = 所有提交的信息均已审核完毕。新提交的信息会自动出现在这里。
review-empty-help-mine = 请在队列中认领案件；认领后 30 分钟内由您处理，每次保存可再延长 30 分钟。
review-empty-help-decided = 决定连同作出人和时间会显示在这里。
review-count = { $n } 个案件
review-case = 案件
review-age = 等待时间
review-risk = 风险
review-risk-low = 低
review-risk-medium = 中
review-risk-high = 高
review-held-by = 处理人
review-act = 操作
review-decision = 决定
review-decided-by = 决定人
review-change-of-public = 修改已公开的信息
review-you-until = 您，至 { $until }
review-held-until = { $name }，至 { $until }
review-nobody = 无人
review-claim = 认领
review-pages = 页码
review-previous = 上一页
review-next = 下一页
review-span-days = { $n } 天
review-span-hours = { $n } 小时
review-span-minutes = { $n } 分钟
review-outcome-approved = 已批准
review-outcome-changes-requested = 已要求修改
review-outcome-rejected = 未通过
review-taken-decided = { $name } 已于 { $at } 对此案件作出决定：{ $how }。
review-taken-held = 此案件由 { $name } 处理，至 { $until }。
review-taken-gone = 此次提交已不再开放：所有者已撤回、提交了更新的版本，或该信息已终止。
review-taken-moved = 该信息在同一时刻被修改。请重新打开案件查看最新情况。
review-kept-here = 您填写的内容仍保留在下方。
review-revision = 第 { $n } 版
review-unverified = 机构未经核验
review-handed-in = 提交于 { $at }
review-you-hold = 此案件由您处理至 { $until }，还剩 { $n } 分钟。保存后重新计时半小时。
review-free = 此案件无人处理。认领后方可决定，30 分钟内由您处理。
review-own = 您属于该信息的所属机构，须由他人决定。
review-what-changed = 修改内容
review-nothing-changed = 与之前的版本没有差别。
review-field = 栏目
review-approved-before = 已批准版本
review-handed-in-before = 上次提交版本
review-proposed = 拟议版本
review-claims = 声明的证书
review-certificate-open = 打开证明文件
review-certificate-no-document = 无证明文件
review-certificate-differs = 该声明与已核验的内容不同。本版本获批后须重新核验。
review-certificate-elsewhere = 登记册中关于该证书的内容与此不同，公开页面以登记册为准。本修订不会改变登记册的内容。请在证书队列中处理。
review-certificate-reason = 不予核验的原因
review-certificate-reason-or-place = 不予核验的原因；核验通过时，请注明查询之处
review-certificate-why = 填写原因
review-certificate-why-revoke = 不再有效的原因
review-certificate-verify = 核验通过
review-certificate-refuse = 不予核验
review-certificate-revoke = 撤销
review-certificate-over = 已超过有效期，无法核验。
review-certificate-moved = 该证书在此期间已被修改或已作出决定，或已超过有效期。请重新打开查看最新情况。
review-certificate-needs-reason = 请说明撤销原因，所有者会看到。
review-certificate-needs-refusal = 请说明不予核验的原因，所有者会看到。
review-certificate-needs-place = 没有证明文件。请注明您在何处查询，例如该标志计划的登记册；所有者会看到。
review-hint-same-number = { $organisation } 登记了同一计划、相同编号的证书。
review-hint-too-long = 其日期跨度超过该计划证书的 { $n } 个月有效期。
review-hint-not-issued = 签发日期尚未到来。
review-hint-no-end = 未填写有效期截止日，而该计划的证书在 { $n } 个月后失效。
review-hint-other-holder = 证书上的持有者与机构名称不一致。
review-certificates-lead = 尚无人查看的证书，附有证明文件的排在前面。
review-certificates-show-waiting = 待核验
review-certificates-show-verified = 已核实
review-certificates-show-refused = 未被认可或已失效
review-certificates-none = 没有待核验的证书
review-certificates-none-help = 供给方在供给信息中声明证书后，会显示在这里。
review-certificates-none-here = 没有处于该状态的证书
review-certificates-count = { $n } 份证书待核验
review-certificate-organisation = 机构
review-certificate-number = 编号
review-certificate-holder = 持有者
review-certificate-product = 产品
review-certificate-issued = 签发日期
review-certificate-until = 有效期至
review-certificate-document = 证明文件
review-certificate-decided = 决定
review-certificate-decided-by = { $name }，{ $date }
review-content = 公开显示的内容
review-content-help = 提交的全部内容，逐栏列出。代码名称以您的语言显示，文字保留原语言。
review-not-given = 未填写
review-whole = 整条信息
review-reason-whole = 针对整条信息的原因
review-reason-whole-hint = 不予通过且未在具体栏目说明时必须填写。作者会在邮件和工作台中看到。
review-ask = 要求修改此处
review-reason-label = 需要修改什么
review-reason-hint = 作者会在该栏目的表单上方和邮件中看到。
review-problem-no-reason = 请说明原因：可填写在这里，或填写在需要修改的栏目处
review-approve = 批准
review-request-changes = 要求修改
review-reject = 不予通过
review-keep = 保存并继续处理
review-release = 释放案件
review-hints = 提示
review-hints-none = 自动检查未发现异常。
review-hint-contact = { $field }（{ $language }）中含有联系方式：{ $found }
review-hint-duplicate = 同一机构有标题几乎相同的信息：
review-hint-no-evidence = 所有效益均无证明文件。
review-hint-nothing-claimed = 该供给信息没有任何数据和证书。
review-hint-no-change = 第 { $row } 项效益没有变化，或无法计算。
review-hint-no-value = 第 { $row } 行性能数据没有数值。
review-hint-bare-certificate = 第 { $row } 份证书没有持有者或证明文件。
review-level-high = 请查看
review-level-medium = 留意
review-checklist = 检查清单
review-checklist-hint = 勾选结果随决定一并保存。
review-check-purpose = 属于环境友好技术或相关需求
review-check-claims = 各项声明有基线、计算依据和相应证据
review-check-contact = 文字中没有联系方式
review-check-files = 文件可以打开且与内容相符
review-check-language = 各语言版本内容一致
review-check-rights = 没有侵犯他人权利的迹象
review-field-title = 标题
review-field-summary = 摘要
review-field-description = 说明
review-field-advantages = 优势
review-field-background = 背景
review-field-partner-role = 寻求的合作伙伴
review-field-themes = 主题
review-field-keywords = 技术关键词
review-field-industries = 服务行业
review-field-sdgs = 可持续发展目标
review-field-treatments = 处理工艺
review-field-readiness = 成熟度
review-field-ip = 知识产权
review-field-patent-classes = 专利分类
review-field-cooperation = 合作方式
review-field-developed-in = 研发国家
review-field-deployed-in = 应用国家
review-field-offered-to = 面向国家
review-field-cost = 成本
review-field-benefits = 效益
review-field-performance = 实测性能
review-field-certificates = 环境标志与证书
review-field-references = 示范项目
review-field-files = 文件
review-field-site = 地点
review-field-budget = 预算
review-field-timetable = 时间安排
review-field-closes = 截止时间
review-field-questions-until = 提问截止
review-field-answers-until = 答复截止
review-field-requirements = 要求
review-field-source = 来源
review-field-whole = 整条信息
review-word-capital = 投资
review-word-operating = 运行
review-word-saving = 年节约
review-word-removal = 去除率
review-word-not-detected = 未检出
review-word-with-document = 附证明文件
review-word-essential = 必需
review-word-desirable = 期望
review-word-image = 图片
review-word-report = 报告
review-word-video = 视频
review-word-certificate = 证书
review-word-public = 对所有人开放
review-word-after-acceptance = 接受意向后开放
review-word-after-nda = 签署保密协议后开放
notice-review-claimed = 此案件由您处理 30 分钟。
notice-review-released = 案件已释放，已保存的内容随案件保留。
notice-review-kept = 已保存。此案件再由您处理 30 分钟。
notice-review-approved = 已批准。该信息已公开，并已通知所有者。
notice-review-changes-requested = 已连同原因退回，并已通知所有者。
notice-review-rejected = 未予通过，已将原因告知所有者。
notice-certificate-verified = 已核验。在有效期内将显示标志。
notice-certificate-refused = 未予核验，并已通知所有者。
notice-certificate-revoked = 已撤销。标志不再显示，并已通知所有者。
notice-register-saved = 已保存，页面和搜索将在数秒内更新。
review-mail-approved = 您的信息已发布：{ $title }
review-mail-approved-text = 审核员已批准“{ $title }”（{ $reference }）。现在所有人都能搜索并阅读。
review-mail-approved-open = 查看公开页面
review-mail-changes = 请修改您的信息：{ $title }
review-mail-changes-text = 审核员阅读了“{ $title }”（{ $reference }），请您修改下列内容。您已填写的内容均已保留，修改后请重新提交。
review-mail-changes-open = 打开编辑页面
review-mail-rejected = 您的信息未获通过：{ $title }
review-mail-rejected-text = 审核员阅读了“{ $title }”（{ $reference }），未予通过，原因见下文。您仍可修改后重新提交。
review-mail-rejected-open = 打开编辑页面
review-mail-why = 您收到此邮件，是因为您是 { $organisation } 在 Greenbridge 上的所有者或编辑。
review-reason = { $field }：{ $text }

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

## Listings: the editor
listing-new-title = 发布信息
listing-new-kind = 您要发布什么？
listing-new-offer = 技术供给
listing-new-offer-hint = 您提供的技术或解决方案，附数据和证明
listing-new-request = 技术需求
listing-new-request-hint = 您希望解决的需要或问题
listing-new-language = 您用哪种语言填写
listing-new-language-hint = 即文本的原始语言，之后可以补充其他语言。
listing-new-begin = 开始
listing-leave = 不保存并离开
listing-crumbs = 路径
listing-write-in = 请用{ $language }填写，这是本信息的原始语言。
listing-position = 第 { $n } 部分，共 { $of } 部分
listing-save = 保存
listing-save-next = 保存并继续
listing-save-list = 保存并返回列表
listing-save-stay = 保存并留在本页
listing-save-check = 保存并核对
listing-back-list = 返回列表
listing-choose = 请选择
listing-none = 无
listing-numbers = 数字可写作 1234.5、1,234.5、1.234,5 或 1 234,5。请写 1234 而不要写 1,234，以免被读成一点几。
listing-all-industries = 全部行业
listing-all-patent-classes = 全部气候技术专利类别
listing-all-sdgs = 全部17项目标
listing-all-eleven = 全部十一国
listing-another-country = 其他国家
listing-change-is = 变化：
listing-change-later = 保存时计算
listing-change-link = 修改
listing-add-link = 添加
listing-nothing = 未填写
listing-payback-is = 静态投资回收期：{ $months }
listing-range-from = { $amount } 起
listing-range-to = 不超过 { $amount }
listing-valid-until = 有效期至 { $day }
listing-removed-percent = 去除率 { $percent } %
listing-benefits-help = 每项效果填一行：改造前的数值和达到的数值。变化由系统计算。
listing-benefits-more = 审核与方案类型
listing-benefits-output = 产量与测量时段
listing-benefits-output-help = 同一时段内的产量，单位为上面填写的产品。系统据此计算改造前后的强度，即每单位产品的用量或排放量。
listing-intensity-is = 强度：
listing-intensity = 每{ $product }由{ $before }变为{ $after } { $unit }（{ $change }）
listing-performance-help = 填写进口和出口的实测值。两者都有时，去除率由系统计算。
listing-performance-removal = 进出口有一项不详时，按报告填写去除率
listing-certificates-help = 审核员核对证书后才显示标志。请先在“图片与文件”中上传证书文件，再在这里选择。
listing-add-benefit = 再加一项效益
listing-add-performance = 再加一项测量
listing-add-treatment = 再添加一个步骤
listing-add-reference = 再添加一个项目
listing-treatments-help = 适用于由多个步骤组成的技术（如水处理）：按经过的先后顺序填写。其他技术请留空。
listing-references-help = 已在哪里运行。能够参观的项目比任何数据都更有说服力。
listing-add-certificate = 再加一份证书
listing-certificates-differs = 此处内容与已核验的证书不同。如证书已续期，则无需更改：信息获批准后，该证书将重新等待核验，在此之前不显示其标志。
listing-certificates-registered = 查看已核验的内容
listing-certificates-statement = 环境技术验证（ETV，ISO 14034）声明专用
listing-add-requirement = 再加一条要求
listing-remove-row = 删除{ $row } { $n }
listing-rows-kept = 增删行时已填内容会保留，保存时才写入。
listing-request-lead = 请先说明问题。第一部分以下均为选填，可以之后补充。
listing-request-optional = 更多说明
listing-request-optional-text = 每一项都有助于供方答复，但都不是必填。
listing-request-time = 预算与时间
listing-request-questions = 提问与答复的截止时间
listing-request-questions-help = 他人可在截止前公开向您提问。在此可设定更早的期限，使各方有时间利用您的答复。
listing-requirements-title = 要求
listing-requirements-help = 最多 20 条，可用文字，也可写成可测量的形式，如“COD 不超过 50 mg/L”。
listing-language-lead = 原文为{ $original }。留空的部分显示原文。
listing-language-original = 显示原文
listing-language-remove = 删除这种语言的文本
listing-language-remove-hint = 保存时删除，原文保留。
listing-languages-lead = 读者先看到自己语言的文本，没有则看英文，再没有则看原文。
listing-language-is-original = 原文
listing-language-none = 尚无
listing-language-part = 已有 { $given }／{ $of } 项
listing-language-whole = 完整
listing-conflict-title = 他人已保存了这一部分
listing-conflict-text = 您填写的内容没有丢失，就在下面的表单里。请对比、修改，再次保存即保留您的内容。
listing-conflict-same = 已保存的内容与您的相同。再次保存即可继续。
listing-conflict-field = 字段
listing-conflict-theirs = 他人保存的
listing-conflict-yours = 您填写的
listing-conflict-drop = 采用他人的，放弃我的
listing-conflict-unfinished = 对方已将填写的内容保存为未完成；采用对方的内容即可看到。
listing-unfinished-offer = 还需要向他人了解情况？您填写的内容可以原样保留，供您和同事继续填写。完成后才能送审。
listing-unfinished-keep = 保存为未完成
listing-unfinished-here = 本部分尚未完成。下面是当时填写的内容；预览仍显示之前保存的内容。
listing-unfinished-drop = 丢弃未完成的内容
listing-unfinished-drop-says = 此处填写的内容将丢失，您和同事都无法找回。本部分恢复为之前保存的内容。
listing-unfinished-drop-now = 确认丢弃
listing-refused-state = 信息处于“{ $status }”状态时不能这样做。
listing-refused-stale = 信息在此期间已被更改。请重新打开查看现状。
listing-refused-content = 信息中有不正确之处，请核对您的填写。
listing-tasks-ready = 必填内容已齐。更多数据和证明会更有说服力。
listing-tasks-left = 还有 { $n } 个部分未完成，完成后才能送审。您可以随时离开再回来。
listing-under-review = 已送审，在作出决定或撤回之前不能修改。
listing-see-answers = 查看送审内容
listing-see-public = 查看公开页面
listing-ready = 可以送审
listing-not-ready = 尚不可
listing-manage = 本条信息
listing-accepts = 他人可以表达意向。
listing-accepts-not = 目前不接受意向。
listing-act-take-back = 撤回送审
listing-act-renew = 续期一年
listing-act-accept = 接受意向
listing-act-accept-not = 停止接受意向
listing-act-pause = 暂停
listing-act-pause-hint = 恢复之前不出现在搜索中，内容不会丢失。
listing-act-resume = 恢复
listing-act-archive = 归档
listing-archive-title = 要归档这条信息吗？
listing-archive-says = 它将立即退出搜索和公开页面，待审的提交也会撤回，且不能恢复；您仍可在列表中查看。
listing-archive-keep = 保留
listing-check-title = 核对填写内容
listing-check-missing = 还缺 { $n } 项
listing-submit-says = 审核员阅读后会以邮件答复，通常在几个工作日内。其间不能修改，但可以撤回。
listing-submit = 送审
listing-nothing-new = 发布之后没有改动。
listing-asked-here = 审核员对此处的要求
listing-asked-changes = 审核员要求修改
listing-asked-rejected = 审核员未予通过
listing-files-lead = 图片、文件和视频，最多 { $files } 个。图片和文件每个不超过 { $mb } MB，视频不超过 { $video } MB。
listing-files-none = 还没有文件
listing-files-none-text = 技术照片和检测报告能让读者更相信数据。
listing-files-used = 贵组织已使用 { $used }，共 { $of }
listing-file-add = 添加文件
listing-file-upload = 上传
listing-file-taken = 已添加。
listing-file-elsewhere = 位于其他网站
listing-link-add = 添加视频链接
listing-link-save = 添加链接
listing-upload-doing = 正在上传
listing-upload-failed = 连接中断。您填写的内容仍在。正在重试……
listing-file-describe = 修改说明和查看权限
listing-file-remove = 删除
listing-file-remove-says = 它将从草稿中移除，相关声明不再以它为依据。如已发布，则保留到修改获批为止。
listing-file-remove-now = 删除文件
listing-size-kb = { $n } kB
listing-size-mb = { $n } MB
listing-group-about = 基本内容
listing-group-terms = 合作条件
listing-group-proof = 效果与证明
listing-group-more = 面向更多读者
listing-group-send = 送审
listing-section-texts = 标题与文本
listing-section-themes = 主题、关键词与行业
listing-section-treatments = 处理工艺步骤
listing-section-readiness = 技术成熟度
listing-section-ip = 知识产权
listing-section-cooperation = 合作方式与寻求的伙伴
listing-section-countries = 国家
listing-section-cost = 成本与节约
listing-section-benefits = 效益
listing-section-performance = 实测性能
listing-section-references = 示范项目
listing-section-certificates = 环境标志与证书
listing-section-request = 您的需求
listing-section-files = 图片与文件
listing-section-languages = 其他语言
listing-standing-done = 已完成
listing-standing-todo = 待完成
listing-standing-optional = 选填
listing-standing-error = 有问题
listing-standing-unfinished = 未填完
listing-field-of-row = { $row } { $n }：{ $field }
listing-row-benefits = 效益
listing-row-performance = 测量
listing-row-treatments = 步骤
listing-row-references = 项目
listing-row-certificates = 证书
listing-row-requirements = 要求
listing-visibility-public = 所有人
listing-visibility-after-acceptance = 意向被接受之后
listing-visibility-after-nda = 签署保密协议之后
listing-file-kind-image = 图片
listing-file-kind-report = 报告
listing-file-kind-video = 视频
listing-file-kind-certificate = 证书
listing-comparator-at-most = 不超过
listing-comparator-at-least = 不低于
listing-comparator-equal = 等于
listing-importance-essential = 必须
listing-importance-desirable = 希望
listing-answer-capital-from = 投资
listing-answer-operating-from = 运行成本
listing-answer-budget-from = 预算
listing-field-title = 标题
listing-field-summary = 摘要
listing-field-description = 说明
listing-field-advantages = 优势
listing-field-background = 背景
listing-field-partner-role = 伙伴的作用
listing-field-themes = 主题
listing-field-keywords = 关键词
listing-field-industries = 适用行业
listing-field-sdgs = 可持续发展目标
listing-field-readiness = 技术成熟度等级
listing-field-ip = 知识产权状况
listing-field-patents = 专利号
listing-field-patent-classes = 专利分类（CPC）
listing-field-cooperation = 寻求的合作方式
listing-field-partner-sectors = 伙伴的部门
listing-field-partner-sizes = 伙伴的规模
listing-field-offered-to = 提供给
listing-field-developed-in = 研发于
listing-field-deployed-in = 已运行于
listing-field-currency = 币种
listing-field-capital-from = 投资下限
listing-field-capital-to = 投资上限
listing-field-operating-from = 运行成本下限
listing-field-operating-to = 运行成本上限
listing-field-basis = 金额所指
listing-field-annual-saving = 每年节约
listing-field-payback = 静态投资回收期
listing-field-note = 成本补充说明
listing-field-benefits = 效益
listing-field-benefits-indicator = 指标
listing-field-benefits-baseline = 改造前
listing-field-benefits-achieved = 达到值
listing-field-benefits-unit = 单位
listing-field-benefits-basis = 计算口径
listing-field-benefits-product = 产品
listing-field-benefits-baseline-year = 改造前年份
listing-field-benefits-period = 测量时段
listing-field-benefits-output-baseline = 改造前产量
listing-field-benefits-output-achieved = 改造后产量
listing-field-benefits-evidence-note = 证明内容
listing-field-benefits-document = 文件
listing-field-benefits-audit = 现场审核类型
listing-field-benefits-option-class = 方案类别
listing-field-benefits-option-type = 方案类型
listing-field-performance = 实测性能
listing-field-performance-parameter = 参数
listing-field-performance-influent = 进口
listing-field-performance-influent-flag = 进口值的限定
listing-field-performance-effluent = 出口
listing-field-performance-effluent-flag = 出口值的限定
listing-field-performance-removal = 去除率，%
listing-field-performance-removal-flag = 去除率的限定
listing-field-performance-unit = 单位
listing-field-performance-statistic = 统计值
listing-field-performance-scale = 规模
listing-field-performance-document = 文件
listing-field-treatments = 处理工艺步骤
listing-field-treatments-step = 步骤
listing-field-references = 示范项目
listing-field-references-site = 地点
listing-field-references-country = 国家
listing-field-references-year = 开始年份
listing-field-references-scale = 规模
listing-field-references-result = 成果
listing-field-references-contact = 可应要求提供联系人
listing-field-performance-conditions = 条件
listing-field-certificates = 证书
listing-field-certificates-scheme = 标志计划
listing-field-certificates-number = 编号
listing-field-certificates-holder = 持有人
listing-field-certificates-product = 产品
listing-field-certificates-product-group = 产品类别
listing-field-certificates-criteria = 标准文件及版本
listing-field-certificates-issued = 发证日期
listing-field-certificates-valid-until = 有效期至
listing-field-certificates-document = 文件
listing-field-certificates-verifier = 验证机构
listing-field-certificates-verified = 经验证的内容
listing-field-requirements = 要求
listing-field-requirements-text = 文字说明
listing-field-requirements-importance = 重要程度
listing-field-requirements-parameter = 参数
listing-field-requirements-comparator = 限定
listing-field-requirements-value = 数值
listing-field-requirements-unit = 单位
listing-field-site = 地点
listing-field-country = 所在国家
listing-field-budget-from = 预算下限
listing-field-budget-to = 预算上限
listing-field-timetable = 时间安排
listing-field-closes = 截止日期
listing-field-closes-time = 截止时间
listing-field-questions-until = 提问截止日期
listing-field-questions-until-time = 提问截止时刻
listing-field-answers-until = 答复截止日期
listing-field-answers-until-time = 答复截止时刻
listing-field-zone = 时区
listing-field-file = 要上传的文件
listing-field-files = 文件
listing-field-link = 视频地址
listing-field-link-caption = 链接说明
listing-field-link-visibility = 谁可以看到链接
listing-field-caption = 说明
listing-field-visibility = 谁可以打开
listing-field-kind = 文件类别
listing-field-language = 语言
listing-hint-title = 写明技术名称和用途，不超过 120 个字符。
listing-hint-request-title = 用几个词说明需要，不超过 120 个字符。
listing-hint-summary = 供结果列表使用的两三句话：做什么、为谁、效果数据。不超过 500 个字符。
listing-hint-request-summary = 问题是什么、有多大、怎样算好的结果？不超过 500 个字符。
listing-hint-description = 工作原理、所需条件、不适用情形。可用 Markdown：**加粗**、以 - 列表、以 # 作标题。不超过 8,000 个字符。
listing-hint-request-description = 现状、流量与数据、须达到的限值。不超过 8,000 个字符。
listing-hint-advantages = 比常规方法好在哪里，附数据。不超过 2,000 个字符。
listing-hint-background = 需求的由来。不超过 2,000 个字符。
listing-hint-partner-role = 伙伴做什么：建设、运行、销售、投资。不超过 2,000 个字符。
listing-hint-themes = 至少选一项。
listing-hint-keywords = 最多五个，任何语言都能搜到。
listing-hint-readiness = 请选择今天来访者能看到已得到证明的等级。
listing-hint-patents = 每行一个，带国别代码，如 CN 000117482 B。
listing-hint-patent-classes = 仅在有专利时填写：专利所属的联合专利分类（CPC）气候类别，见专利文献。
listing-hint-cooperation = 至少选一项。
listing-hint-request-cooperation = 您希望怎样与供方合作。
listing-hint-offered-to = 您愿意供货的国家，至少一个。
listing-hint-basis = 例如：一座 4,000 m³/d 的装置；运行成本按每立方米处理量计。
listing-hint-annual-saving = 参考现场的数值。与投资下限一起得出回收期。
listing-hint-benefits-product = 仅在按单位产品计时填写，如“吨布”。
listing-hint-benefits-period = 例如：2025年全年12个月。
listing-hint-benefits-evidence-note = 例如：铅封水表 12 个月水平衡。
listing-hint-benefits-document = 本条目文件中的报告或检测记录。附上后，此声明即视为有文件支持。
listing-hint-performance-document = 本条目文件中的报告或检测记录。附上后，此声明即视为有文件支持。
listing-hint-certificates-verified = 每行一项性能及其条件，例如：在40至60 m³/d、25 °C条件下，COD去除率92%至96%。
listing-hint-references-scale = 例如：4,000 m³/d。
listing-hint-references-result = 取得的成果，如有数据请写明。
listing-hint-performance-parameter = 输入后选择，如 COD、砷。
listing-hint-performance-influent = < 低于，> 高于，~ 约，ND 未检出
listing-hint-performance-conditions = 例如：38 °C，通量 16 L/(m²·h)，12 个月。
listing-hint-closes-time = 留空表示当日结束。
listing-hint-file = JPEG、PNG、WebP、GIF 或 PDF，不超过 { $mb } MB；MP4 或 WebM，不超过 { $video } MB。可一次选择多个。图片中的地点和相机信息会被去除。
listing-hint-link = 视频所在网页的完整地址。仅显示为链接，不会从该处加载任何内容。
listing-hint-questions-until-time = 留空表示当天结束。
listing-hint-answers-until-time = 留空表示当天结束。
listing-hint-caption = 写明图中内容，看不到图片的人会听到它。
listing-hint-kind = 仅用于 PDF 文件。
problem-number-ambiguous = 这个数可以有两种读法。一千二百三十四请写 1234，一点二三四请写 1.2340
problem-unknown-parameter = 请从列表中选择参数，如“化学需氧量（COD）”
problem-evidence-no-claim = 请至少选择一项声明
problem-evidence-changed = 页面打开后有声明已变更，请重新查看并选择
problem-evidence-undocumented = 没有文件或来源的声明不能提升
problem-certificate-twice = 这份证书已经填写
problem-certificate-year = 请填写 1950 年至 2200 年之间的日期
problem-not-issued-yet = 此日期尚未到来。证书自签发之日起有效
problem-not-time = 请填写时间，如 17:00
problem-no-such-time = 该时区的时钟会跳过这一时刻，请另选时间
problem-after-closing = 该时间晚于截止时间
problem-answers-before-questions = 答复不能早于提问截止
problem-closing-over = 该时刻已过，请选择将来的时间
problem-unknown-unit = 请从列表中选择单位，例如mg/L
problem-unit-of-another-parameter = 该单位不适用于此参数
problem-ends-before-it-begins = 截止日早于发证日
problem-no-statement = 仅验证声明（ISO 14034）包含此项。请选择该计划，或清空此栏
problem-output-not-positive = 产量必须大于0
problem-output-of-a-unit = 按单位产品或每立方米计时，数值本身就是强度。请清空此栏，或选择其他计算基准
problem-negative = 不能小于零
problem-range-turned = 小于下限
problem-unit-of-another-dimension = 单位与指标不符
problem-baseline-not-positive = 改造前的数值必须大于零
problem-achieved-worse = 比改造前更差，请核对两个数值
problem-removal-above-100 = 去除率不能超过 100 %
problem-removal-differs = 与按进出口数值算得的去除率不一致。留空即可自动计算
problem-outlet-far-above = 出口值超过进口值的 1,000 倍，请核对两个数值和单位
problem-file-kind = 不接受这种文件。请选择 JPEG、PNG、WebP 或 GIF 图片，PDF 文件，或 MP4、WebM 视频
problem-file-broken = 无法读取这张图片。请另存为 JPEG 或 PNG 后再试
problem-file-pixels = 这张图片超过 4000 万像素。请缩小后再试
problem-file-empty = 文件是空的。请另选一个
problem-file-large = 文件超过 { $n } MB。请缩小后再试
problem-file-large-video = 视频超过 { $n } MB。请缩小，或改为提供链接
problem-file-count = 一条信息最多 20 个文件。删除一个后才能再加
problem-file-quota = 贵组织的 { $n } MB 空间已不足以存放此文件。请删除不再需要的文件
problem-file-harmful = 病毒扫描发现此文件有害，未予保存
problem-file-unchecked = 目前无法对文件进行病毒扫描，因此暂不接收文件。您填写的内容仍在。请稍后再试
problem-file-full = 服务器已没有存放文件的空间。文件未保存，运营方已获知。请稍后再试
problem-file-away = 文件暂时无法保存。您填写的内容仍在。请几分钟后再试
problem-form-large = 一次发送超过 { $n } MB，因此未接收任何内容。请选择更少或更小的文件
problem-video-link = 请填写以 https:// 开头的完整地址
notice-listing-saved = 已保存。您可以随时离开再回来。
notice-listing-unfinished-kept = 已保存为未完成。您和同事可以在此继续；完成之前不能送审。
notice-listing-unfinished-dropped = 未完成的内容已丢弃。本部分恢复为之前保存的内容。
notice-listing-submitted = 已送审。有决定时您会收到邮件。
notice-listing-taken-back = 已撤回送审，可以继续修改。
notice-listing-paused = 已暂停，恢复之前不出现在搜索中。
notice-listing-resumed = 已恢复公开。
notice-listing-renewed = 已续期一年。
notice-listing-accepting = 他人又可以表达意向。
notice-listing-not-accepting = 他人不能再表达意向。
notice-listing-archived = 已归档。
notice-listing-file-added = 文件已添加。
notice-listing-files-added = 文件已添加。
notice-listing-file-linked = 链接已添加。
notice-listing-file-removed = 文件已删除。
## Workspace
workspace-title = 工作台
workspace-role-owner = 您是所有者
workspace-role-editor = 您是编辑
workspace-role-viewer = 您是查看者
workspace-tile-published = 条已发布
workspace-tile-drafts = 条草稿
workspace-tile-review = 条审核中
workspace-tile-changes = 条待修改
workspace-waiting = 等您处理
workspace-listings = 我的信息
workspace-all = 查看全部 { $n } 条
workspace-untitled = 尚无标题
workspace-column-title = 标题
workspace-column-state = 状态
workspace-changed = 更改
workspace-until = 有效期至
workspace-has-draft = 有未送审的修改
workspace-ends = { $when }到期 · { $day }
workspace-ended = 已于 { $when } 到期
workspace-renew = 续期
workspace-empty = 还没有信息
workspace-empty-text = 请发布您提供的技术或您的需求。可以随时保存再回来；审核员阅读之前不会公开。
workspace-empty-state = 没有这种状态的信息
workspace-empty-state-text = 您的其他信息处于别的状态。
workspace-show-all = 显示全部
workspace-any-state = 任何状态
workspace-filter = 显示
workspace-found = { $who }共有 { $n } 条信息
workspace-drop-filter = 去掉筛选条件“{ $filter }”
workspace-pages = 分页
workspace-page = 第 { $n } 页，共 { $of } 页
workspace-previous = 上一页
workspace-next = 下一页

## Accounts
accounts-sign-up = 注册账户
accounts-sign-up-lead = 发布供给与需求、表达合作意向需要账户；搜索和阅读则不需要。
accounts-sign-up-do = 创建账户
accounts-have-one = 已有账户？
accounts-field-name = 姓名
accounts-name-hint = 合作方对您的称呼
accounts-name-characters = 只能使用文字、标点和空格
accounts-field-email = 电子邮箱
accounts-email-hint = 请填写工作邮箱；它不会出现在任何公开页面上
accounts-field-password = 密码
accounts-field-new-password = 新密码
accounts-field-current = 当前密码
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
accounts-field-locale = 语言
accounts-locale-hint = 页面和邮件使用的语言
accounts-field-time-zone = 时区
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

## Organisations
organisation-status-unverified = 未认证
organisation-status-pending = 等待认证
organisation-status-verified = 已认证
organisation-status-refused = 认证未通过
organisation-status-suspended = 已停用
member-role-owner = 所有者
member-role-editor = 编辑者
member-role-viewer = 查看者
organisations-find = 查找机构
organisations-find-do = 显示
organisations-words = 名称或关键词
organisations-all = 全部
organisations-badge = 认证状态
organisations-found = { $n ->
   *[other] { $count } 家机构
}
organisations-without = 移除筛选条件 { $filter }
organisations-none = 没有符合条件的机构
organisations-none-text = 请移除某个筛选条件,或减少关键词。
organisations-show-all = 显示全部机构
organisations-pages = 分页
organisations-page = 第 { $number } 页
organisations-page-of = 第 { $number } 页,共 { $pages } 页
organisations-previous = 上一页
organisations-next = 下一页
organisations-path = 路径
organisations-listings-count = { $n ->
    [0] 暂无供需信息
   *[other] { $count } 条供需信息
}
organisations-listings = { $n ->
    [0] 供需信息
   *[other] { $count } 条供需信息
}
organisations-listings-none = 目前没有已发布的信息。
organisations-verified-by = 由 Greenbridge 审核员 { $name } 于 { $date } 核实。
organisations-verified-by-focal = 由 { $focal } 的 { $name } 于 { $date } 核实。
organisations-verified-on = 于 { $date } 核实。
organisations-facts = 基本信息
organisations-field-name = 名称
organisations-name-hint = 通常使用的名称
organisations-field-legal-name = 法定名称
organisations-legal-name-hint = 登记机关登记的名称
organisations-field-country = 国家
organisations-field-registration-number = 登记号码
organisations-field-sector = 部门
organisations-field-size = 规模
organisations-field-website = 网站
organisations-website-hint = 以 https:// 开头
organisations-field-description = 简介
organisations-description-hint = 介绍业务和需求,最多 3,000 个字符。请勿填写联系方式。
organisations-field-email-domains = 邮箱域名
organisations-domains-hint = 成员邮箱使用的域名,用逗号分隔。供认证人员核对,不会公开显示。
organisations-domain-wrong = 请填写类似 example.org 的域名
organisations-characters = 只能使用文字、标点和空格
organisations-focal = 国家联络点
organisations-answers = 对合作意向的答复
organisations-answers-days = { $n ->
    [0] 通常当天答复
   *[other] 通常在 { $n } 个工作日内答复
}
organisations-answers-share = 近两年收到 { $received } 项，答复率 { $share } %
organisations-since = 加入时间
organisations-choose = 请选择
organisations-manage = 管理
organisations-new = 登记机构
organisations-new-lead = 您将成为该机构的所有者并代表它行事,之后可以邀请同事。
organisations-new-do = 登记机构
organisations-edit = 编辑资料
organisations-logo = 标志
organisations-logo-of = { $name } 的标志
organisations-logo-none = 还没有标志，页面上显示名称的首字。
organisations-logo-where = 标志会显示在机构页面、机构名录及其发布的信息上。
organisations-field-file = 图片
organisations-logo-hint = JPEG、PNG、WebP 或 GIF，最大 { $mb } MB。留白较少的方形图片效果最好。
organisations-logo-missing = 请选择一张图片
organisations-logo-kind = 标志须为图片。请选择 JPEG、PNG、WebP 或 GIF 文件
organisations-logo-save = 保存标志
organisations-logo-remove = 删除标志
organisations-logo-back = 不作更改并返回
notice-organisations-logo-saved = 标志已保存。
notice-organisations-logo-removed = 标志已删除。
organisations-edit-of = { $name } 的资料
organisations-edit-verified = 认证标志将保留。名称、法定名称、部门、国家或登记号码的变更会被记录。
organisations-save = 保存
organisations-changed-meanwhile = 其间有人修改了该机构。请检查您填写的内容后重新提交。
organisations-ask = 申请认证
organisations-ask-text = 由审核员或贵国联络点核实信息。已认证的机构更容易获得信任。
organisations-verify = 处理认证
organisations-verify-of = { $name } 的认证
organisations-decision = 决定
organisations-decision-verify = 认证
organisations-decision-verify-hint = 信息属实;认证标志会显示您的姓名和日期
organisations-decision-refuse = 不予认证
organisations-decision-refuse-hint = 不授予标志;所有者会通过邮件收到理由
organisations-field-reason = 理由
organisations-reason-hint = 不予认证时必填;所有者可以看到
organisations-decide = 提交决定
organisations-back = 返回机构页面
organisations-members = 成员
organisations-members-of = { $name } 的成员
organisations-member-since = 自 { $date } 起
organisations-roles-text = 所有者管理成员和资料,编辑者管理供需信息和合作意向,查看者只能阅读。
organisations-field-role = 角色
organisations-role-of = { $name } 的角色
organisations-role-change = 更改
organisations-last-owner = 机构必须有一位所有者。请先将他人设为所有者。
organisations-remove = 移除
organisations-remove-ask = 移除 { $name }?
organisations-remove-text = 此人将不能再代表 { $organisation }。已写的内容会保留。
organisations-leave = 退出
organisations-leave-ask = 退出 { $organisation }?
organisations-leave-text = 您将不能再代表该机构,除非所有者再次邀请。您已写的内容会保留。
organisations-keep = 返回
organisations-invite = 邀请同事
organisations-invite-text = 我们会向此邮箱发送链接。链接 14 天内有效,仅限此邮箱使用。
organisations-invite-do = 发送邀请
organisations-invitations = 待接受的邀请
organisations-invitation-until = 有效期至 { $date }
organisations-invitation-revoke = 撤回
organisations-invitation = 您收到一份邀请
organisations-invitation-text = { $inviter } 邀请您在 Greenbridge 上代表 { $organisation }。
organisations-invitation-accept = 接受邀请
organisations-invitation-other = 此邀请发给 { $email }。请退出后用该邮箱登录,或请对方邀请您现在的邮箱。
organisations-invitation-sign-in = 请用此邮箱登录,或用它创建账户,之后会回到本页。
organisations-invitation-stale = 此邀请已失效
organisations-invitation-stale-text = 它可能已被接受、已被撤回,或已过有效期。请向机构的所有者索取新的邀请。
organisations-own-none = 您尚未代表任何机构
organisations-own-none-text = 供给、需求和合作意向都属于机构。请登记您的机构,或请所有者邀请您。
organisations-own-text = 您发布和发送的内容均以您所代表的机构名义进行。
organisations-acting = 当前代表
organisations-act = 代表该机构
notice-organisations-made = 机构已登记,您现在代表该机构。
notice-organisations-saved = 资料已保存。
notice-organisations-asked = 已申请认证。有结果时您会收到邮件。
notice-organisations-decided = 决定已记录,并已通知所有者。
notice-organisations-invited = 邀请已发出。
notice-organisations-invitation-revoked = 邀请已撤回。
notice-organisations-joined = 您已成为成员,现在代表该机构。
notice-organisations-role-changed = 角色已更改。
notice-organisations-removed = 成员已移除。
notice-organisations-left = 您已退出该机构。
notice-organisations-switched = 您现在代表另一家机构。
organisations-mail-invite-subject = { $organisation } 邀请您加入 Greenbridge
organisations-mail-invite-text = { $inviter } 邀请您在 Greenbridge(环境友好技术开放市场)上代表 { $organisation }。
organisations-mail-invite-how = 如果还没有账户,可在接受邀请时创建。邀请 14 天内有效。
organisations-mail-invite-action = 查看邀请
organisations-mail-invite-reason = 您收到此邮件,是因为 { $organisation } 的所有者填写了您的邮箱。如果您不认识对方,请勿理会。
organisations-mail-verified-subject = { $organisation } 已通过认证
organisations-mail-verified-text = 贵机构的信息已核实。机构页面和供需信息从现在起显示认证标志。
organisations-mail-refused-subject = { $organisation } 未通过认证
organisations-mail-refused-text = 贵机构的信息经核查未能确认。您可以修改资料后再次申请。理由如下:
organisations-mail-decision-action = 打开机构页面
organisations-mail-owner-reason = 您收到此邮件,是因为您是 { $organisation } 在 Greenbridge 上的所有者。

## The page of a listing
show-payback = 简单投资回收期（计算值）
show-removal = 去除率
show-original = 原文
show-change = 变化
show-path = 当前位置
listing-published = { $day } 发布
listing-valid = 有效期至 { $day }
listing-not-public = 此页只有贵机构和审核员可见：这条信息的状态为“{ $state }”。
listing-by = 发布机构：
listing-verified = 已核实机构
listing-fallback = 这条信息没有{ $wanted }版本，您阅读的是{ $lang }版本。
listing-languages = 语言
listing-requirements = 要求
listing-changes = 成效
listing-performance = 实测性能
listing-labels = 环境标志与证书
listing-label-number = 编号 { $number }
listing-label-until = 有效期至 { $day }
listing-label-verified = 绿桥于 { $day } 核实
listing-label-claimed = 由机构自行声明，尚未核实
listing-label-worth = 该标志在本地区各国的效力
listing-label-elsewhere = 未发现相关协议：{ $countries }
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
listing-why = 原因
listing-gone-paused = 其所有者已暂停展示，之后可能恢复。
listing-gone-expired = 有效期已过，其所有者可以续期。
listing-gone-removed = 审核员已将其撤下。
listing-gone-archived = 其所有者已将其撤回。
listing-mine = 这是贵机构发布的信息。
listing-edit = 编辑
listing-no-interest = 该机构目前不接受合作意向。
listing-saves = 节约 { $amount }
listing-gains = 增加 { $amount }
listing-indicator = 指标
listing-before = 之前
listing-after = 之后
listing-evidence = 证据
listing-chart = 图
listing-chart-words = { $name }：之前 { $before }，之后 { $after }
listing-parameter = 参数
listing-inlet = 进水
listing-outlet = 出水
listing-conditions = 条件
listing-not-detected = 未检出
listing-months = { $n } 个月
listing-months-range = { $from } 至 { $to } 个月
listing-capital = 投资成本
listing-operating = 运行成本
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

listing-hints = 怎样更有助于读者
listing-hints-figures = 填写数据：读者可以按“效果不低于百分之多少”搜索
listing-hints-documents = 为每项数据附上文件：此后即视为有文件支持，并可接受核对
listing-hints-measures = 把要求写成可衡量的：这样就能与技术进行比对
listing-hints-languages = 增加一种语言：使用其他语言的读者目前只能看到这一种

## Saving while somebody writes
autosave-pending = 尚未保存
autosave-saved = 草稿已保存
autosave-wrong = 未保存：尚有内容需要修正
autosave-conflict = 其他人已保存过本部分。请点击保存以查看两个版本，在您选择之前不会覆盖任何内容。
autosave-failed = 未保存：连接中断或已退出登录。您输入的内容仍保留在此。
autosave-out = 未保存：您已退出登录。请在另一个标签页中登录，然后在此继续填写。您输入的内容仍保留在此。

## History, preview and removal of a listing
history-title = 历史：{ $title }
history-heading = 历史
history-lead = 历次提交的内容、审核决定以及每个版本的改动。这里的内容从不改写。
history-removed = 审核员已将其撤下
history-none = 尚未提交过任何内容。
history-revision = 第 { $n } 版
history-first = 第一个版本。
history-public = 公众看到的版本
history-by-import = 由导入产生
history-before = 之前
history-after = 之后
history-link = 历史
listing-preview = 读者看到的将是这样。
listing-preview-unfinished = 以下部分尚未完成，此处显示之前保存的内容：{ $sections }。
listing-preview-back = 继续填写
listing-see-preview = 预览
removal-title = 下架此条目
removal-says = 条目将立即退出搜索和订阅源，页面显示已不存在，所有者无法恢复。您填写的理由将以邮件告知所有者。
removal-field-reason = 理由
removal-reason-hint = 所有者会看到。请写明违反了哪条规则。
removal-submit = 下架
removal-keep = 保留
removal-link = 下架此条目
listing-mail-removed = 您的条目已下架：{ $title }
listing-mail-removed-text = 审核员因下述理由将“{ $title }”（{ $reference }）下架，此后无法阅读或搜索到。
listing-mail-help = 阅读规则
listing-mail-ends = { $n ->
    [0] 您的条目今天到期：{ $title }
   *[other] 您的条目将在 { $n } 天后到期：{ $title }
}
listing-mail-ends-text = “{ $title }”的有效期至 { $day }。请确认内容仍然有效，然后一键续期，可再保留一年。错过日期也不会丢失：到期后一年内仍可续期。
listing-mail-renew = 打开并续期
listing-mail-why = 您收到此邮件，是因为您是发布该条目的机构的所有者或编辑。
notice-listing-removed = 条目已下架，并已通知其所有者。

## The evidence of a listing
evidence-title = 证据：{ $title }
evidence-heading = 各项声明的依据
evidence-lead = 每项声明都处于证据阶梯的某一级。所有者自行声明或附上文件；审核员和所在国联络机构可将其提升到更高一级。导入已发表的数据库时，会将数据与该来源比对。
evidence-source = 已发表的来源：
evidence-no-claims = 此条目没有声明任何数据
evidence-no-claims-help = 条目填写效益或实测性能后，将显示在这里。
evidence-field-claims = 声明
evidence-field-step = 这些声明达到的级别
evidence-field-verifier = 核验或批准机构
evidence-field-note = 比对内容
evidence-verifier-hint = 填写核验机构及其声明编号，或主管部门、互认安排的名称。平台自行核对时无需填写。
evidence-note-hint = 公开显示。请说明哪份文件的哪些页支持这些数据。
evidence-document = 文件：
evidence-sourced = 以已发表的来源为依据。
evidence-undocumented = 此声明没有文件支持，不能提升。
evidence-none-documented = 还没有附带文件的声明，因此无法提升证据等级。信息的所有者可以补充文件。
evidence-raise = 提升所选声明
evidence-raise-help = 核对仅对声明目前的内容有效。数据或文件变更后，声明将退回原级别，直到重新核对。
evidence-submit = 记录核对结果
evidence-checks = 已核对的内容
evidence-by-import = 由导入程序将数据与注明的来源比对，审核员未参与
evidence-mark-checked = 经平台审核
evidence-mark-compared = 已与发表的来源比对
evidence-compared-means = 导入时已将数据与注明的来源比对，审核员未曾查看。
evidence-lapsed = 声明此后已变更，此次核对不再有效。
evidence-about-many = { $n } 项声明
evidence-withdraw = 撤回
evidence-link = 各项声明的依据
evidence-mail-raised = 您的声明已核对：{ $title }
evidence-mail-raised-text = “{ $title }”的 { $n } 项声明已达到“{ $step }”级别。标记将随条目显示，并可用于搜索筛选。
evidence-mail-open = 查看证据
evidence-mail-why = 您收到此邮件，是因为您是提供该条目的机构的所有者或编辑。
notice-evidence-raised = 核对已记录，条目的标记将在一秒内更新。
notice-evidence-withdrawn = 核对已撤回。

## Requests: questions, addenda, followers, endorsement, outcome
request-closed = 已于{ $moment }截止
request-no-interest = 该需求已截止，不再接受合作意向。
request-times = 时间安排
request-time-closes = 截止
request-time-closed = 已截止
request-time-questions = 提问截止
request-time-answers = 答复截止
request-time-over = 已结束
request-your-time = 您所在时区：{ $moment }
request-outcome = 结果
request-outcome-day = 决定日期
request-outcome-chosen = 中选机构
request-outcome-offer = 供应
request-outcome-value = 金额
request-endorsed-by = { $name }认可
request-endorsement = 联络点认可
request-endorsement-by = 自{ $day }起，{ $country }联络点认可该需求：
request-addenda = 补充公告
request-addendum-n = 补充公告第{ $n }号
request-postponed = 新的截止时间：{ $moment }
request-questions = 问答
request-questions-none = 尚无已答复的问题。问题将与答复一同显示在此处。
request-questions-empty = 尚无人提问。有人提问时您会收到邮件。
request-asked-by = 由来自{ $country }的一家机构提出
request-asked-by-name = 由{ $name }（{ $country }）提出
request-asked-by-you = 由贵机构提出
request-answered-on = { $day }答复
request-ask = 提问
request-ask-send = 发送问题
request-ask-as-member = 提问须以机构名义进行。
request-ask-register = 登记您的机构
request-waiting = { $n }个问题等待答复
request-questions-until = 提问截止时间：{ $moment }。
request-answers-until = 答复截止时间：{ $moment }。
request-answer-help = 您的答复将与问题一同公开。公众只能看到提问机构所在国家，看不到其名称。
request-question-state-open = 等待答复
request-question-state-answered = 已答复
request-question-state-declined = 不予答复
request-question-state-removed = 已撤下
request-answer = 公开答复
request-decline = 说明理由，不予答复
request-take-off = 撤下此问题
request-field-question = 您的问题
request-field-reply = 答复，或不予答复的理由
request-field-reason = 理由
request-field-text = 变更内容或须知事项
request-field-sentence = 认可意见（可选）
request-field-closes = 新的截止日期
request-field-closes-time = 新的截止时刻
request-field-outcome = 结果如何？
request-field-day = 决定日期
request-field-public = 公开说明
request-field-organisation = 中选机构
request-field-offer = 本平台上的供应编号
request-field-value = 金额
request-field-currency = 币种
request-question-n = 问题{ $n }
request-question-hint = 最多1,000个字符。问题将与答复一同公开，贵机构名称不公开。请勿写入电子邮箱或电话号码。
request-reply-hint = 答复最多2,000个字符，公开显示且不可修改。理由最多500个字符，仅提问方可见。
request-reason-hint = 提问方和发布方可见。最多500个字符。
request-addendum-hint = 支持Markdown：**粗体**、以-开头的列表、以#开头的标题。最多2,000个字符。
request-sentence-hint = 最多500个字符，显示在需求页面上。
request-public-hint = 一两句话：作了什么决定、为什么。最多500个字符。
request-offer-hint = 例如TO-VN-2026-00042，页面将链接到该供应。
request-back = 返回需求
request-addendum-new = 发布补充公告
request-addendum-publish = 发布该公告
request-addendum-says = 补充公告立即公开，带编号和日期，且不可更改。所有关注该需求、提过问题或有进行中合作意向的人都会收到邮件。
request-postpone = 推迟截止时间
request-postpone-help = 现截止时间为{ $moment }。推迟后立即生效；留空则保持不变。
request-endorse = 认可此需求
request-endorse-says = 作为该国联络点，您确认此需求真实存在并予以支持。贵机构名称、日期和意见将显示在需求页面上。您可以随时撤回。
request-endorse-change = 修改认可意见
request-endorsed-since = 贵机构自{ $day }起认可该需求。
request-endorsement-own = 修改或撤回认可
request-endorsement-take-back = 撤回认可
request-endorsement-take-back-says = 认可标记和意见将立即从页面上移除。之后可以再次认可。
request-outcome-record = 登记结果
request-outcome-correct = 更正结果
request-outcome-hidden = 这条需求目前未公开，因此结果也不公开。
request-outcome-expired = 这条需求的有效期已过。其页面仅向公众显示标题、编号和此结果，不显示其他内容。
request-outcome-kept = 这条需求的有效期已过，不再展示，其结果仍然公开。
request-outcome-says = 结果随需求公开，需求过期后仍然公开；此后不再接受提问和合作意向；已作答的机构会按下方内容得知是否被选中。所有相关方都会收到邮件。您以后可以更正；此前登记的内容保留在日志中。
request-outcome-if-chosen = 如有中选方
request-outcome-save = 公布结果
request-outcome-before = 此前登记
request-outcome-hint-awarded = 已签订合同。
request-outcome-hint-pilot = 已商定试点或示范。
request-outcome-hint-none-suitable = 所提方案均不能满足需求。
request-outcome-hint-cancelled = 需求不再存在，或将以其他方式解决。
request-follow = 关注此需求
request-unfollow = 取消关注
request-follow-title = 关注需求
request-follow-help = 有补充公告、公布结果或撤回时，您会收到邮件。
request-follows-help = 您已关注此需求，有补充公告、公布结果或撤回时会收到邮件。
request-follow-signed-out = 登录后关注此需求
request-archive-says = 所有关注该需求、提过问题或有进行中合作意向的人都会收到一封邮件。进行中的合作意向状态不变，请逐一答复或结束。如果需求已不存在或已解决，请改为登记结果，页面仍可阅读。
request-refused-closed = 该需求已截止或已撤下，不能再添加内容。
request-refused-questions = 提问时间已结束。
request-refused-answers = 答复时间已结束。您仍可说明理由不予答复，或发布补充公告。
request-refused-too-many = 贵机构在该需求下已有{ $n }个问题等待答复。待其中之一答复后再提问。
request-refused-suspended = 贵机构已被暂停，不能提问。
request-refused-settled = 您的同事已答复或谢绝此问题，详见下方。
request-mail-subject = { $news ->
    [asked] 您的需求有新问题：{ $title }
    [answered] 您的问题已得到答复：{ $title }
    [declined] 您的问题不予答复：{ $title }
    [taken_off] 您的问题已被撤下：{ $title }
    [addendum] 需求有补充公告：{ $title }
    [outcome] 需求已有结果：{ $title }
    [withdrawn] 需求已撤回：{ $title }
   *[removed] 需求已被撤下：{ $title }
}
request-mail-asked-text = 有人就{ $name }提问。您的答复将公开，问题在答复后公开。
request-mail-answered-text = { $name }的发布方已答复您的问题，问答现已公开。
request-mail-declined-text = { $name }的发布方不予答复您的问题并说明了理由。该问题不公开。
request-mail-taken-off-text = 审核员撤下了您就{ $name }提出的问题并说明了理由。
request-mail-addendum-text = { $name }发布了补充公告第{ $n }号：
request-mail-postponed-text = { $name }发布了补充公告第{ $n }号，截止时间推迟至{ $moment }：
request-mail-outcome-text = { $name }已结束：{ $outcome }。不再接受提问和合作意向，已有的合作意向状态不变。
request-mail-withdrawn-text = { $name }已由发布方撤回，不再可读。进行中的合作意向状态不变。
request-mail-removed-text = { $name }已由审核员撤下，不再可读。进行中的合作意向状态不变。
request-mail-answer = 答复问题
request-mail-questions = 查看问答
request-mail-read = 查看需求
request-mail-interests = 您的合作意向
request-mail-reminder = 您的需求结果如何？{ $name }
request-mail-reminder-text = { $name }已于{ $day }截止，尚未登记结果。应答方期待知道结果，公开统计也会计入。登记只需一分钟。
request-mail-record = 登记结果
request-mail-why-owner = 您收到此邮件，是因为您在Greenbridge上代表的{ $organisation }发布了该需求。
request-mail-why-interest = 您收到此邮件，是因为贵机构对该需求有进行中的合作意向。
request-mail-why-asked = 您收到此邮件，是因为您就该需求提过问题。
request-mail-why-follows = 您收到此邮件，是因为您在Greenbridge上关注了该需求。
request-mail-stop = 取消关注该需求
notice-request-asked = 您的问题已发送给需求发布方。答复将以邮件通知您。
notice-request-answered = 您的答复已公开，并已通知提问方。
notice-request-declined = 已谢绝答复。提问方可看到理由，内容不公开。
notice-request-question-removed = 问题已撤下，并已将理由告知提问方。
notice-request-followed = 您已关注此需求。
notice-request-unfollowed = 您已取消关注此需求。
notice-request-addendum = 补充公告已公开，并将通知所有相关方。
notice-request-endorsed = 认可已显示在需求页面上。
notice-request-endorsement-back = 认可已撤回。
notice-request-outcome = 结果已公布。
problem-contact-in-text = 请勿写入电子邮箱、电话号码或即时通讯账号。日期请写作“2026年12月5日”，以免被误认为号码
problem-closing-brought-forward = 截止时间只能推迟，请填写晚于现截止时间的时间
problem-closing-not-open = 截止时间已过或该需求未设截止时间，不能推迟
problem-day-to-come = 该日期尚未到来
problem-day-before-request = 需求发布于该日期之后
problem-nobody-chosen = 只有授予合同或试点才填写此项，请留空
problem-unknown-offer = 没有此编号的公开供应

## Messages, reports and non-disclosure agreements
interest-back = 返回往来页面
interest-field-file = 文件
interest-file-hint = 最多 { $files } 个文件：图片、不超过 { $mb } MB 的 PDF 文档、不超过 { $video } MB 的 MP4 或 WebM 视频。双方机构都能打开。
interest-files-waiting = 这条消息的文件
interest-file-remove = 移除
interest-reply-keep = 留待以后
interest-kept-at = 已于 { $moment } 保存。只有您能看到。
interest-autosave-pending = 尚未保存……
interest-autosave-saved = 已保存。只有您能看到。
interest-autosave-failed = 未能保存。请点击“留待以后”查看原因。
interest-mark-read = 标为已读
interest-asks = 您的消息中含有联系方式：{ $found }
interest-asks-why = 双方的联系方式在接受意向后才会公开。在此之前，Greenbridge 只能就此处的往来提供帮助：在别处谈妥的内容，日后无从证明。您可以将其删去，也可以照原样发送。
interest-send-anyway = 仍然发送
interest-edit = 修改
interest-edit-title = 修改您的消息
interest-edit-lead = 发送后五分钟内可以修改，之后不能再改。您最初的文字仍会保留，双方均可查看。
interest-edit-hint = 通知这条消息的邮件不会重新发送。
interest-edit-save = 保存修改
interest-edit-anyway = 仍然保存
interest-edited = 修改于 { $moment }
interest-earlier = 修改前的文字
interest-earlier-until = 至 { $moment }
interest-problem-edit-over = 五分钟的修改时间已过，请另写一条消息
interest-problem-files = 一条消息最多 { $n } 个文件，其余请随下一条发送
interest-problem-agree = 请勾选以表示接受
interest-hidden = 审核员已隐藏这条消息：{ $reason }
interest-report = 举报
interest-reported = 您已向审核员举报这条消息。
interest-report-title = 举报这条消息
interest-report-lead = 审核员将阅读这次往来及其文件，并决定是否保留这条消息。对方不会得知举报人。
interest-report-field-reason = 有什么问题？
interest-report-hint = 例如辱骂、威胁、广告或索要钱财。
interest-report-send = 向审核员举报
interest-report-state-open = 待处理
interest-report-state-kept = 已保留
interest-report-state-hidden = 已隐藏
interest-reports-title = 被举报的消息
interest-reports-lead = 您只能阅读被举报消息所在的往来。您所属机构参与的往来不会显示。
interest-reports-views = 举报
interest-reports-open = 待处理
interest-reports-decided = 已处理
interest-reports-none = 没有待处理的举报
interest-reports-none-decided = 尚无处理记录
interest-reports-none-text = 有人举报消息时，消息及理由会出现在这里。
interest-reports-count = { $n } 项举报
interest-reports-by = { $organisation } 的消息
interest-reports-at = 举报于 { $moment }（{ $ago }）
interest-report-case = 被举报的消息
interest-report-why = { $organisation } 于 { $moment } 举报
interest-report-jump = 查看该消息
interest-report-this = 被举报的是这条消息
interest-report-decision = 处理决定
interest-report-decided = 已有人就此举报作出决定。
interest-decision-field-reason = 理由
interest-decision-hint = 举报方会看到理由；若隐藏消息，作者也会看到。
interest-decision-hide = 隐藏消息
interest-decision-keep = 保留消息
interest-report-mail-subject = { $case ->
    [author] 贵机构的一条消息已被隐藏
    [hidden] 您举报的消息已被隐藏
   *[other] 您举报的消息予以保留
}：{ $title }（{ $reference }）
interest-report-mail-text = { $case ->
    [author] 审核员隐藏了贵机构在 { $reference }“{ $title }”中写的一条消息。其他人已无法阅读。
    [hidden] 审核员阅读了 { $reference }“{ $title }”的往来，并隐藏了该消息。
   *[other] 审核员阅读了 { $reference }“{ $title }”的往来，认为该消息可以保留。
}
interest-report-mail-why = 理由：{ $reason }
interest-mail-left-out = 〔接受意向前不显示联系方式〕
interest-nda-short = 保密
interest-nda-title = 保密协议
interest-nda-open = 阅读协议
interest-nda-begin = 选择文本
interest-nda-wanted = 发送方希望先签订保密协议。任何一方都可以提出文本。
interest-nda-optional = 任何一方都可以提出保密协议。双方接受后，须签保密协议的文件即可打开。
interest-nda-intro = 请选择一份文本，通读全文并签名接受。随后对方会被请求接受同一文本。
interest-nda-choose = 使用谁的文本？
interest-nda-show = 显示这份文本
interest-nda-whose = { $whose ->
    [platform] Greenbridge 的文本
   *[other] { $organisation } 的文本
}
interest-nda-asked = 对方已接受这份文本，并请您也接受。
interest-nda-waits = 贵方已接受，正等待对方接受。
interest-nda-none = 尚未提出文本。
interest-nda-in-force = 自 { $moment } 起生效
interest-nda-files-open = 在往来未达成协议而结束之前，发送方成员可以打开该信息中须签保密协议的文件。
interest-nda-files-closed = 往来未达成协议而结束，文件已重新关闭。文本中的保密约定仍然有效。
interest-nda-hash = 文本的 SHA-256：
interest-nda-download = 下载文本
interest-nda-names = 接受人
interest-nda-accepted = 已接受
interest-nda-propose-title = 提出并接受这份文本
interest-nda-accept-title = 接受这份文本
interest-nda-field-name = 您的全名
interest-nda-field-agree = 接受
interest-nda-name-hint = 姓名会写在协议下方，对方可以看到。
interest-nda-agree = 我已阅读全文，并代表 { $organisation } 接受；我有权代其签署
interest-nda-propose = 提出并接受
interest-nda-accept = 接受
interest-nda-another = 提出另一份文本
interest-nda-changed = 文本已不是您刚才读到的那份。下面是现在的文本，请再读一遍。
interest-nda-signed-before = 双方已接受了一份文本。
interest-nda-event-proposed = { $organisation } 提出了保密协议
interest-nda-event-accepted = { $name } 代表 { $organisation } 接受了保密协议
interest-nda-event-signed = 保密协议已生效
interest-nda-mail-subject = { $news ->
    [in_force] { $organisation } 已接受保密协议
   *[other] { $organisation } 提出签订保密协议
}：{ $title }（{ $reference }）
interest-nda-mail-text = { $news ->
    [in_force] 双方均已接受，协议现已生效。页面上有全文、姓名和时间。
   *[other] 请通读全文并签名接受，或提出另一份文本。
}
interest-nda-mail-open = 打开协议
interest-nda-text-title = 保密协议文本
interest-nda-text-lead = 贵机构的往来中会提供这份文本。修改只对新的协议有效，已接受的文本保持不变。
interest-nda-text-platform = Greenbridge 的文本
interest-nda-text-own = 我们自己的文本
interest-nda-field-kind = 使用哪份文本？
interest-nda-field-lang = 文本的语言
interest-nda-field-body = 您的文本
interest-nda-text-hint = Markdown 格式，最多 20,000 个字符。{"{sender}"}、{"{receiver}"}、{"{listing}"} 和 {"{reference}"} 代表双方机构名称以及信息和往来的编号。
interest-nda-text-save = 保存文本
interest-nda-text-see = 阅读 Greenbridge 的文本
interest-nda-text-stale = 同事在此期间保存了另一个版本。您写的内容仍在下面，请比较后再保存。
interest-nda-versions = 历史版本
interest-nda-versions-text = 每个版本都按原样保留。
interest-nda-version = 第 { $n } 版，{ $moment }
notice-interest-kept = 已保存，留待以后。只有您能看到。
notice-interest-edited = 消息已修改。
notice-interest-reported = 谢谢。审核员将阅读这条消息。
notice-interest-reported-before = 这条消息已被举报过。
notice-message-decided = 决定已记录，并将在相关范围内告知双方。
notice-nda-proposed = 文本已提出，并已发邮件告知对方。
notice-nda-accepted = 已接受，协议现已生效。
notice-nda-text-saved = 文本已保存。
## Realised effect
effect-title = 实际成效
effect-page-title = { $months } 个月后的实际成效
effect-period = { $months } 个月后
effect-mark-open = 待办
effect-mark-early = 未到期
effect-card-early = { $day } 起可填写
effect-card-open = 尚未填写
effect-card-waits = { $own ->
    [yes] { $again ->
        [true] 有新版本等待贵方确认
       *[false] 等待贵方确认
    }
   *[no] { $again ->
        [true] 有新版本等待 { $organisation } 确认
       *[false] 等待 { $organisation } 确认
    }
}
effect-card-confirmed = { $none ->
    [true] 暂无成效，{ $name } 于 { $day } 确认
   *[false] { $name } 于 { $day } 确认
}
effect-early = 自 { $day } 起可以填写，届时会提醒双方。
effect-intro = 请填写协议开始以来的变化，前后须以同样方法测量。任何一方都可以填写；由使用该技术的 { $organisation } 署名确认，确认后才算实现。
effect-waits-own = 以下内容已填写，等待贵方确认。请与贵方记录核对；如有不符，请填写更正版本。
effect-waits-other = 以下内容已填写，等待使用该技术的 { $organisation } 确认。
effect-version = 第 { $n } 版
effect-entered = { $person } 代表 { $organisation } 于 { $moment } 填写
effect-waits = 未确认
effect-confirmed = 已确认
effect-replaced = 已被后来的版本取代
effect-none = 暂无成效
effect-confirmed-by = { $name } 代表 { $organisation } 于 { $moment } 确认
effect-name-hint = 您代表所在机构确认以上即为测量结果。姓名和时间将保留在该版本之下。
effect-confirm = 确认此版本
effect-enter-title = 填写成效
effect-change-title = 填写更正版本
effect-change-text = 先前填写的内容仍可查看。新版本须重新确认；在此之前，以已确认的版本为准。
effect-field-kind = 目前的情况
effect-kind-measured = 已有测量数据
effect-kind-none = 暂无成效
effect-field-reason = 说明
effect-reason-hint = 暂无成效时必填，请说明原因。已有数据时也可在此说明，例如某项数据为何变差。仅双方可见。
effect-field-name = 您的姓名
effect-rows-help = 各行先列出信息中所声明的指标。请填写达到的数值；没有达到值的行不计入。也可以添加其他指标。
effect-row = 第 { $n } 行
effect-row-name = 行
effect-add-row = 添加一行
effect-enter = 提交此版本
effect-enter-anyway = 仍然提交
effect-asks-worse = 这比之前更差
effect-asks-worse-why = 如果属实，请照此提交：另一方会像确认其他数据一样确认它。如果有误，请更正其中一个数值。
effect-more = 比之前多 { $amount }
effect-less = 比之前少 { $amount }
effect-problem-kind = 请说明是否已有测量数据
effect-problem-both = 行中已有数据。请选择“已有测量数据”，或删去这些数据
effect-problem-no-figures = 请至少填写一行达到的数值
effect-problem-twice = 另一行已有此指标，且计算基准相同
effect-refused-early = 自 { $day } 起可以填写。
effect-refused-changed = 其间已有人填写了另一版本，现显示于此；请先查看。
effect-consent-title = 公开台账
effect-consent-text = 双方同意后，所有人都可以看到现在及今后每项已确认的成效：信息标题、国家、双方机构、指标、变化幅度（无论变好或变差）、变化量、计算基准以及测量时间。前后数值和说明不公开。任何一方可随时撤回。
effect-consent-given = { $organisation } 自 { $day } 起同意。
effect-consent-none = { $organisation } 未同意。
effect-consent-ledger = 查看台账
effect-consent-give = 代表我方同意
effect-consent-withdraw = 撤回我方同意
effect-mail-subject = { $news ->
    [asked] 与 { $organisation } 合作 { $months } 个月，成效如何？{ $title }（{ $reference }）
    [entered] { $organisation } 填写了 { $months } 个月后的成效：{ $title }（{ $reference }）
    [consents] { $organisation } 同意公开实际成效：{ $title }（{ $reference }）
    [withdrew] { $organisation } 不再同意公开实际成效：{ $title }（{ $reference }）
   *[confirmed] { $organisation } 确认了 { $months } 个月后的成效：{ $title }（{ $reference }）
}
effect-mail-text = { $news ->
    [asked] 协议开始至今已有 { $months } 个月。请填写取得的成效，或暂无成效的原因。{ $adopts ->
        [yes] 贵方是技术使用方，填写的内容由贵方确认。
       *[no] 对方是技术使用方，填写的内容由对方确认。
    }
    [entered] { $adopts ->
        [yes] 贵方是技术使用方。请与贵方记录核对后确认，或填写更正版本。
       *[no] 对方是技术使用方，所填内容还须由对方确认。
    }
    [consents] 贵方也同意后，已确认的成效会显示在公开台账上。任何一方都可随时撤回同意。
    [withdrew] 已确认的成效不再显示在公开台账上，双方仍可在交流页面看到。
   *[confirmed] 该成效现已视为实现。只有双方都同意，才会在公开台账上显示。
}
effect-mail-open = 打开成效页面
effect-event-entered = { $n ->
    [1] { $organisation } 填写了 { $months } 个月后的成效
   *[other] { $organisation } 填写了 { $months } 个月后成效的第 { $n } 版
}
effect-event-confirmed = { $name } 确认了 { $months } 个月后的成效
effect-event-consents = { $organisation } 同意在公开台账上显示已确认的成效
effect-event-withdrew = { $organisation } 撤回了对公开台账的同意
ledger-title = 实际成效台账
ledger-lead = 在 Greenbridge 上找到的技术在使用现场取得的成效，均由使用方确认。
ledger-empty = 目前还没有内容
ledger-empty-text = 协议开始半年后，系统会询问双方取得了哪些成效。使用方确认且双方同意公开的，显示在这里。
ledger-theme = 主题
ledger-country = 任一方所在国家
ledger-any = 不限
ledger-found = { $count } 项成效
ledger-nothing = 没有符合这些条件的成效
ledger-nothing-text = 去掉一个条件可看到更多。
ledger-listing = 信息
ledger-way = 来源 → 去向
ledger-saving = 数量
ledger-period = 测量时间
ledger-download = 下载这些成效：
ledger-totals = 每年合计
ledger-totals-text = 仅合计按年计算的数据，每个指标使用同一单位。变差的部分从中扣除；负号表示总体变差。同一协议有两次报告的，以较晚的一次为准。
ledger-total = 每年
ledger-agreements = 协议数
ledger-chart = 每年节约或增加量，单位 { $unit }；负号表示比之前变差
ledger-chart-words = 每年节约或增加量的条形图，单位 { $unit }；负号表示比之前变差。数据见上表。
ledger-how = 数据从何而来
ledger-how-text = 变化幅度由前后测量值计算得出；变差的与变好的同样列出。成效在协议开始后第 6 个月和第 12 个月由任一方填写，由技术使用方署名确认。更正版本在重新确认后生效。任何一方可随时撤回同意，相应成效随即从本页消失。
listing-realised = 已实现：
listing-realised-worse = { $change }（比之前更差）
listing-realised-more = 查看台账
notice-effect-entered = 该版本已提交。
notice-effect-confirmed = 已确认，现视为实现。
notice-effect-consent-given = 贵方自此同意公开。
notice-effect-consent-withdrawn = 贵方已撤回同意，此次往来的成效不再显示在公开台账上。
## Answers to requests

answer-form-title = 对各项要求的答复
answer-form-lead = 可用贵机构的一项已公开供给作答。凡有数据之处，系统将与要求逐项比对；其余各项可自行说明是否满足。以上均为选填。
answer-field-offer = 用于答复的供给
answer-offer-hint = 只能选择贵机构已公开的供给。比对结果以发送时为准并予以保留。
answer-offer-none = 不附供给，仅留言
answer-offer-new = 保存并撰写新的供给
answer-compare = 保存并比对
answer-field-word = 自行说明
answer-word-none = 不作说明
answer-word-met = 满足
answer-word-partly = 部分满足
answer-word-not-met = 不满足
answer-field-sentence = 说明文字
answer-field-remark = 对计算结果的备注
answer-field-said = 第 { $n } 项要求
answer-field-chosen = 选中的答复
answer-field-reason = { $answer } 的理由
answer-problem-partly = 请用一句话说明哪些满足、哪些不满足
answer-problem-offer = 请选择贵机构已公开的一项供给
answer-problem-reason = 请填写理由
answer-problem-nobody-chosen = 只有授予或试点才会选中答复。请取消勾选，或登记其他结果
answer-verdict-match = 符合
answer-verdict-gap = 有差距
answer-verdict-unknown = 未知
answer-computed = 根据供给的数据计算
answer-stated = 提供方自述
answer-remark = 提供方备注：
answer-sentence = 提供方说明：
answer-why-no-offer = 没有可供比对的供给。
answer-why-not-measurable = 此项要求仅为文字，不作计算。
answer-why-no-figure = 供给没有该参数的数据。
answer-why-other-unit = 供给数据的单位无法换算。
answer-why-undecided = 供给的数据只是界限值，真实值可能在限值的任一侧。
answer-why-differ = 供给的部分数据达到限值，部分未达到。
answer-outlet = 出口：{ $figure }
answer-removal = 去除率：{ $figure }
answer-about = “约”按上下浮动一成理解
answer-count-match = { $n } 项符合
answer-count-gap = { $n } 项有差距
answer-count-met = { $n } 项自述满足
answer-count-partly = { $n } 项自述部分满足
answer-count-not-met = { $n } 项自述不满足
answer-count-unknown = { $n } 项未知
answer-title = 逐项答复
answer-with = 所附供给：
answer-without = 此答复未附供给。
answer-without-short = 未附供给
answer-frozen = 以发送时（{ $day }）为准。供给之后的修改不会改变此处内容。
answer-newer = 该供给已有比 { $day } 比对时更新的审核通过版本。请在决定前查看。
answer-newer-short = 供给已有新版本
answer-gone = 该供给已不再公开。{ $day } 的比对结果保留如下。
answer-requirement = 要求
answer-answer = 答复
answer-offer = 供给
answer-state = 状态
answer-essential = 必须项
answer-desirable = 希望项
answer-asked-otherwise = 发送时的要求与现在不同。
answer-message-only = 仅在留言中。
answer-side-by-side = 并列查看所有答复
answer-index-title = 答复对照
answer-index-lead = 按数据满足必须项最多的排在最前。答复方看不到此页、答复数量及贵机构的内部理由。
answer-none = 尚无答复
answer-none-text = 答复以对需求的意向形式发来。每收到一份都会通知您，并在此并列显示。
answer-table = 逐项对照
answer-shortlist = 初选
answer-shortlist-lead = 保留或搁置每份答复，并注明理由。理由仅限贵机构内部；以前的理由仍可查看。
answer-decision-kept = 已保留
answer-decision-set-aside = 已搁置
answer-reason-internal = 内部理由
answer-keep = 保留
answer-set-aside = 搁置
answer-internal = （内部）
answer-to-outcome = 登记结果
answer-refused-stale = 同事已对此答复作出决定。您填写的内容仍在下方；请先查看该决定再提交。
answer-choose-title = 选中了哪些答复？
answer-choose-lead = 每个答复方都会收到一次是否被选中的通知。未选中者将看到您在此分享的理由，其往来随即结束。内部理由不会公开。
answer-choose = 选中 { $organisation } 的答复
answer-reason-shared = 未选中时告知对方的理由
answer-reason-all = 未单独填写者的共同理由
answer-reason-all-hint = 若无人被选中且此处留空，对方将看到公开说明。
answer-stays-open = 此往来已过可谢绝的阶段。对方会收到通知，往来保持开放。
answer-was-told-chosen = 已通知对方被选中。
answer-was-told-not-chosen = 已通知对方未被选中：
answer-chosen = 已选中
answer-not-chosen = 未选中
answer-shared = 已告知的理由：
answer-told-chosen = 此答复已被选中（{ $outcome }，{ $day }）。
answer-told-not-chosen = 此答复未被选中（{ $outcome }，{ $day }）。
answer-mail-subject = { $chosen ->
    [true] 贵机构对“{ $title }”的答复已被选中
   *[other] 贵机构对“{ $title }”的答复未被选中
}
answer-mail-text = { $chosen ->
    [true] { $organisation }已登记其需求的结果（{ $outcome }），并选中了贵机构的答复。请在往来中继续。
   *[other] { $organisation }已登记其需求的结果（{ $outcome }），未选中贵机构的答复。对方告知的理由如下：
}
notice-answer-judged = 决定及理由已保存，仅限贵机构内部查看。
notice-answer-offer-first = 草稿已保存在“意向”中。请在此撰写供给；公开后即可用它作答。

## Notifications

notice-title = 通知
notice-unread = { $n } 条未读
notice-page = 第 { $number } 页，共 { $pages } 页
notice-pages = 通知分页
notice-found = 共 { $n } 条通知，{ $unread ->
    [0] 全部已读
   *[other] { $shown } 条未读
}
notice-none = 暂无通知
notice-none-text = 有人答复您、对您的内容作出决定或有事项到期时，会显示在这里。
notice-new = 新
notice-open = 打开
notice-read = 标为已读
notice-read-all = 全部标为已读
notice-settings-title = 通知方式
notice-settings-lead = 所有通知都会显示在通知页面。您可以在此选择哪些同时通过邮件发送，以及何时发送。
notice-settings-kinds = 邮件
notice-settings-always = 有关账户安全的邮件始终立即发送。
notice-settings-quiet = 免打扰时段
notice-settings-zone = 邮件会等到该时段结束后再发送。时间以 { $zone } 为准。
notice-settings-zone-change = 更改时区
notice-settings-digests = 摘要
notice-settings-save = 保存
notice-hint-interest = 对方发送、答复、接受、婉拒或结束合作意向，或同事请您负责一项合作意向时
notice-hint-message = 对方在合作意向中留言时
notice-hint-question = 他人对您需求的提问，以及对您提问的答复
notice-hint-request = 您关注、提问过或有合作意向的需求发布补充说明或结果时
notice-hint-review = 审核员对您的供需信息和证书作出决定时
notice-hint-evidence = 您的信息中的效益声明经过核查时
notice-hint-reminder = 供需信息或证书即将到期，或有事项等待您处理时
notice-hint-organisation = 您所拥有的机构的认证标识有了决定时
notice-delivery-at-once = 立即
notice-delivery-daily = 每日摘要
notice-delivery-weekly = 每周摘要
notice-delivery-off = 不发邮件
notice-field-quiet-from = 不发邮件的起始时间
notice-field-quiet-until = 结束时间
notice-field-digest-hour = 摘要发送时间
notice-field-digest-day = 每周摘要发送日
notice-quiet-none = 不设免打扰
notice-quiet-both = 请同时选择起止时间，或都不选
notice-quiet-same = 请选择与起始时间不同的时间
notice-day-1 = 星期一
notice-day-2 = 星期二
notice-day-3 = 星期三
notice-day-4 = 星期四
notice-day-5 = 星期五
notice-day-6 = 星期六
notice-day-7 = 星期日
notice-off-ask = 不再接收“{ $kind }”类邮件？
notice-off-ask-digest = { $digest ->
    [weekly] 不再接收每周摘要？
   *[daily] 不再接收每日摘要？
}
notice-off-ask-text = 您将不再收到此类邮件。通知仍会显示在您的通知页面。
notice-off-do = 不再接收此类邮件
notice-off-is = 您已不再接收“{ $kind }”类邮件
notice-off-is-digest = { $digest ->
    [weekly] 您已不再接收每周摘要
   *[daily] 您已不再接收每日摘要
}
notice-off-still = 登录后仍可在通知页面查看通知。您可以随时重新开启邮件。
notice-notifications-read = 所有通知已标为已读。
notice-notifications-saved = 您的选择已保存。
notice-notifications-off = 此类邮件已关闭。
notice-kind-security = 账户安全
notice-kind-interest = 合作意向
notice-kind-message = 消息
notice-kind-question = 需求的提问与答复
notice-kind-request = 需求动态
notice-kind-review = 信息与证书的审核决定
notice-kind-evidence = 已核查的效益声明
notice-kind-reminder = 到期提醒
notice-kind-organisation = 关于贵机构的决定
notice-mail-stop = 不再接收“{ $kind }”类邮件
notice-mail-settings = 选择接收哪些邮件
notice-digest-subject = { $digest ->
    [weekly] Greenbridge 每周摘要：{ $n } 条通知
   *[daily] Greenbridge 每日摘要：{ $n } 条通知
}
notice-digest-text = 自上次摘要以来有 { $n } 条新动态。
notice-digest-more = 另有 { $n } 条请在通知页面查看。
notice-digest-open = 打开通知
notice-digest-reason = { $digest ->
    [weekly] 您为部分通知选择了每周摘要，因此收到此邮件。
   *[daily] 您为部分通知选择了每日摘要，因此收到此邮件。
}
notice-digest-stop = { $digest ->
    [weekly] 不再接收每周摘要
   *[daily] 不再接收每日摘要
}

## Administration: jobs

admin-jobs-title = 后台任务
admin-jobs-lead = 邮件、提醒、导入及其他随更改而来的工作。失败的任务会自动重试；多次失败的任务会搁置，等待您处理。
admin-jobs-see = 查看后台任务
admin-jobs-kinds = 待办任务
admin-jobs-idle = 全部已完成。
admin-jobs-kind = 类型
admin-jobs-due = 待执行
admin-jobs-running = 执行中
admin-jobs-later = 稍后
admin-jobs-parked = 已搁置
admin-jobs-failed = 失败的任务
admin-jobs-none = 没有失败的任务
admin-jobs-none-text = 所有执行过的任务均已完成。
admin-jobs-again = { $at } 重试
admin-jobs-is-parked = 已搁置
admin-jobs-tried = 已尝试 { $n } 次，创建于 { $at }
admin-jobs-retry = 重试
admin-jobs-retry-all = 重试全部 { $n } 个搁置的任务
notice-jobs-retried = 搁置的任务将重新执行。
notice-jobs-none = 没有可重试的搁置任务。

## The mailbox of the demonstration
mailbox-lead = 演示中不会真正发出邮件。本应发出的邮件都列在这里。
mailbox-empty = 还没有邮件
mailbox-empty-help = 请注册、邀请同事或表达合作意向，然后再回来查看。
mailbox-to = 收件人 { $address }
clock-lead = 可在此将时钟向前拨，以查看随时间发生的事项：提醒、证书到期、信息过期。时钟不能往回拨。
clock-now = 现在是{ $moment }。
clock-days = 天数
clock-days-hint = 1至400天。超过30天后，所有人都需要重新登录。
clock-move = 向前拨
notice-clock-moved = 时钟已向前拨。到期事项稍后即会处理。

# 批量：表格及其各行可能出现的问题
problem-table-empty = 表头下面没有任何内容
problem-table-unknown = 该文件既不是 CSV 也不是 XLSX
problem-table-large = 文件（压缩或解压后）超过 20 MB
problem-table-rows = 表格超过 10,000 行
problem-table-columns = 表格超过 400 列
problem-table-broken = 工作簿不是 XLSX 格式、已损坏或有密码保护。请另存为 XLSX 或 CSV
problem-table-sheet = 工作簿中没有这个工作表
problem-row-cells = 该行有 { $n } 个单元格，而表头有 { $headings } 列
problem-row-encoding = 含有无法识别的字符；请将文件另存为 UTF-8
problem-row-control = 含有文本中不应出现的字符，例如 NUL
problem-row-formula = 此处是公式；请填写其计算结果
problem-row-twice = 前面的行已有此标识
problem-row-differs = 与前面同一标识的行不一致
problem-row-kind = 该信息属于另一类别
problem-row-language = 该信息最初以另一种语言编写
problem-row-original = 这是原文语言；请使用不带语言的列
problem-several-values = 此处有多个值，请指明其间的分隔符
problem-row-elsewhere = 同一条信息的第 { $line } 行有误
problem-row-other-kind = 只有另一类信息才有此项
problem-row-reference = 贵机构没有此编号的信息
problem-row-archived = 该信息已归档
problem-row-removed = 该信息已被审核员移除
problem-row-under-review = 该信息正在等待审核决定
problem-row-stale = 在此期间有人修改了该信息

# 批量：导入页面
table-title = 导入表格
table-lead = 发送一个每行一条信息的表格。随后您说明各列的含义，并在任何更改之前查看结果。
table-help = 表格如何编排
table-file = 表格
table-file-hint = CSV 或 XLSX，最大 20 MB、10,000 行，各行之上须有表头
table-sheet = 工作簿中的工作表
table-sheet-hint = 留空则读取表头可识别的工作表
table-send = 发送表格
table-past = 已发送的表格
table-rows = { $n } 行
table-sum = 新增 { $new }，更改 { $changed }，拒绝 { $refused }
table-columns = 各列是什么含义？
table-columns-lead = 已识别的表头已为您选好。您的选择会保留，供下一个表头相同的表格使用。
table-columns-each = 列
table-ask-kind = 这些信息是什么？
table-ask-language = 文本的语言
table-ask-separators = 单元格内多个值之间的分隔符
table-ask-mode = 合格的行如何处理？
table-kind-column = 由某一列说明
table-separators-hint = 例如 ; 和 |，如“水; 大气”
table-as-drafts = 存为草稿
table-as-drafts-hint = 您可以逐条查看后自行提交
table-as-submit = 提交审核
table-as-submit-hint = 审核员将逐条阅读，如同您逐条提交
table-column-unnamed = 第 { $n } 列（无表头）
table-column-empty = 前几行为空
table-leave-out = 不使用
table-once = 每条信息一次
table-group-texts = 其他语言的文本
table-field-key = 您自己的行标识
table-field-reference = 贵机构信息的编号
table-field-kind = 技术供给或需求
table-field-language = 文本的语言
table-field-source-id = 来源中的标识
table-field-source-name = 来源名称
table-field-source-citation = 来源引文
table-field-source-year = 来源年份
table-try = 试运行
table-cancel = 停止此次导入
table-cancel-says = 已导入的内容会保留。
table-stage-uploaded = 待选择各列
table-stage-checking = 正在试运行
table-stage-checked = 将会出现的结果
table-stage-running = 正在导入
table-stage-done = 已完成
table-stage-cancelled = 已停止
table-stage-failed = 无法继续
table-mode-drafts = 存为草稿
table-mode-submit = 提交审核
table-mode-publish = 立即发布
table-progress = 第 { $n } 行，共 { $of } 行
table-leave = 您可以离开此页，工作会继续进行。此页会自动刷新。
table-look-again = 立即刷新
table-nothing-yet = 尚未更改任何内容。
table-kept = 停止之前已导入的内容已保留。
table-count-new = 新增
table-count-changed = 更改
table-count-unchanged = 未变
table-count-refused = 拒绝
table-outcome-new = 新增
table-outcome-changed = 更改
table-outcome-unchanged = 未变
table-outcome-refused = 拒绝
table-start-drafts = 将 { $n } 条信息导入为草稿
table-start-submit = 将 { $n } 条信息提交审核
table-back = 更改各列
table-to-listings = 查看我的信息
table-another = 再发送一个表格
table-refused = 被拒绝的行
table-refused-help = 其他各行均合格。请在文件中更正被拒绝的行后重新发送。
table-failed-file-link = 被拒绝的行（CSV）
table-row = 行
table-row-number = 第 { $n } 行
table-column = 列
table-reason = 问题
table-first = 前几条合格的行
table-busy = 贵机构的另一个表格正在处理中。请等待其完成，或将其停止。
table-stale = 此次导入在此期间已有进展。请重新查看。
table-unfit-twice = 另一列已填写此项
table-unfit-title = 必须有一列是标题，或贵机构信息的编号
table-unfit-kind = 请说明是技术供给还是需求，或选择说明此事的列
table-failed-rights = 开始此次导入的人已无权为该机构编辑。
table-failed-file = 表格已不存在。请重新发送。
search-download = 下载这些信息
workspace-import = 导入表格
workspace-download = 下载我的信息
listing-printed = Greenbridge，{ $day }

## Working on expressions of interest

interest-to-board = 以看板显示
interest-to-list = 以列表显示
interest-board-title = 合作意向看板
interest-board-mine = 只看我负责的
interest-board-all = 本机构的全部意向
interest-board-more = 看板未能全部显示，完整内容见列表。
interest-board-none = 暂无
interest-column-draft = 草稿
interest-column-sent = 新收发
interest-column-acknowledged = 已确认收到
interest-column-in-discussion = 洽谈中
interest-column-accepted = 已接受
interest-column-negotiating = 谈判中
interest-column-ended = 近 30 天内结束
interest-seek = 在您的合作意向中查找
interest-seek-hint = 供需信息、机构、消息或备注中的词语，或编号。
interest-filter-due = 答复期限
interest-filter-any = 不限
interest-filter-assigned = 负责人
interest-filter-label = 标签
interest-due-today = 今天到期
interest-due-overdue = 已逾期
interest-assigned-me = 我
interest-assigned-nobody = 尚无人负责
interest-labelled = 标签：{ $label }
interest-holds = 包含：{ $q }
interest-list-due = { $over ->
    [true] 自 { $day } 起逾期未答复
   *[other] { $day } 前答复，{ $ago }
}
interest-pick = 选择 { $reference }
interest-close-picked = 关闭所选 …
interest-close-title = 批量关闭
interest-close-lead = 每一项按贵方可采取的步骤关闭，使用同一理由。对方会收到通知并看到理由。此操作不可撤销。
interest-close-none = 没有选择任何意向，或您未参与其中。
interest-close-not = 按目前状态无法关闭
interest-close-done = 已关闭
interest-close-changed = 其间有变化，请重新查看
interest-close-some = 并非全部已关闭。各项结果如下。
interest-close-reason-hint = 对方会看到。
interest-close-do = 关闭 { $n } 项
interest-close-back = 不关闭并返回
interest-field-reason = 理由
interest-desk-title = 内部事务
interest-desk-private = 此处内容仅本机构成员可见，对方永远看不到。
interest-desk-assigned = 负责人：{ $name }
interest-desk-nobody = 尚无人负责
interest-desk-notes = { $n } 条备注
interest-desk-open = 分派、标签和备注
interest-desk-save = 保存
interest-desk-mail-subject = { $person } 请您负责一项合作意向：{ $title }（{ $reference }）
interest-desk-mail-text = 目前状态为“{ $state }”。贵机构的标签和备注见内部事务页。
interest-desk-mail-reason = 您收到此邮件，是因为 { $organisation } 的同事将您登记为该合作意向的负责人。
interest-field-assignee = 由谁负责
interest-field-labels = 标签
interest-labels-hint = 最多十个，用逗号分隔，例如：紧急，中试。
interest-problem-labels = 标签最多 { $n } 个。
interest-notes = 备注
interest-notes-none = 还没有备注。
interest-field-note = 新备注
interest-note-write = 添加备注
interest-export = 下载 CSV
interest-calendar = 日历订阅
interest-calendar-lead = 日历程序通过此地址显示答复期限（包括您应答复的和您等待的）、无答复时的失效时间，以及协议实际成效的填写日期。凡知道此地址者均可读取这些日期，请勿外传。
interest-calendar-make = 生成地址
interest-calendar-made = 您的地址已生成，请复制到日历程序。
interest-calendar-once = 地址只显示这一次。如遗失，请撤销后重新生成。
interest-calendar-none = 您还没有日历地址。
interest-calendar-since = 生成于 { $day }
interest-calendar-read = 最近读取：{ $moment }
interest-calendar-unread = 尚未被读取
interest-calendar-revoke = 撤销
interest-calendar-full = 地址数量已达上限。请先撤销一个。
interest-feed-name = Greenbridge：{ $organisation }
interest-feed-due = { $side ->
    [receiver] 答复 { $organisation }：{ $title }
   *[other] 等待 { $organisation } 答复：{ $title }
}
interest-feed-lapses = 若无答复即失效，{ $organisation }：{ $title }
interest-feed-effect = { $months } 个月后的实际成效，{ $organisation }：{ $title }
interest-feed-text = { $reference }，{ $link }
interest-csv-reference = 编号
interest-csv-listing = 供需信息
interest-csv-title = 标题
interest-csv-organisation = 对方
interest-csv-country = 使用国家
interest-csv-state = 状态
interest-csv-sent = 发送日期
interest-csv-changed = 最近一步
interest-csv-due = 答复期限
interest-csv-assignee = 负责人
interest-csv-labels = 标签
interest-csv-kind = 约定：合作形式
interest-csv-value = 约定：金额
interest-csv-currency = 约定：货币
interest-csv-starts = 约定：开始日期
interest-csv-parties = 约定：各方
interest-csv-further = 约定：其他参与方
interest-dossier-open = 打印卷宗
interest-dossier-title = 卷宗 { $reference }
interest-dossier-drawn = 截至 { $moment }
interest-dossier-print = 请使用浏览器的打印功能，页面适合 A4 纸。
interest-dossier-with = 包含本机构备注
interest-dossier-without = 不含备注
interest-dossier-facts = 概况
interest-dossier-listing = 供需信息
interest-dossier-sender = 发送方
interest-dossier-receiver = 接收方
interest-dossier-sent = 发送时间
interest-dossier-due = 答复期限
interest-dossier-steps = 全部步骤
interest-dossier-when = 时间
interest-dossier-what = 步骤
interest-dossier-who = 执行者
interest-dossier-then = 之后的状态
interest-dossier-thread = 交流记录
interest-dossier-files = 文件
interest-dossier-proposed = 由 { $organisation } 提出，{ $moment }
interest-dossier-accepted = { $name }（{ $organisation }）接受，{ $moment }
interest-by-system = 平台
notice-interest-closed = 已关闭，并已通知对方。
notice-interest-desk-kept = 已保存。
notice-interest-note-written = 备注已添加。
notice-interest-feed-revoked = 该地址已失效。
