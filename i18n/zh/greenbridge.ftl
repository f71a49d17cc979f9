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

## Import of the Industrial Wastewater Treatment Technology database (texts of the listings that it makes)

import-comma = 、
import-and = { $first }与{ $last }
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
import-source = 本条目由美国环境保护局公开数据集 { $name } 中的 { $id } 号记录整理而成，不代表该机构认可本条目。数值与文字均依原文，名称、单位和代码已作统一。
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
