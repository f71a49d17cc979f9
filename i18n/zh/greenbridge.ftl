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
