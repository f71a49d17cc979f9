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

## 环境标志
label-mail-verified = 您的证书已通过核验：{ $name }
label-mail-verified-text = 审核员已对照证明文件和标志计划核对了 { $name }。在有效期内，您的信息页面上将显示其标志。
label-mail-refused = 您的证书未能通过核验：{ $name }
label-mail-refused-text = 审核员查看了 { $name }，未能予以核验，因此不显示其标志。原因见下文；您可以在信息中更正后重新提交。
label-mail-ends = { $n ->
    [0] 您的证书今天到期：{ $name }
   *[other] 您的证书将在 { $n } 天后到期：{ $name }
}
label-mail-ends-text = { $name } 的有效期截至 { $day }。此后，您的信息页面上将不再显示其标志。如已续证，请在信息中填写新证书。
label-mail-open = 打开工作台
label-mail-why = 您收到此邮件，是因为贵机构在 Greenbridge 上持有该证书。

## 审核
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
