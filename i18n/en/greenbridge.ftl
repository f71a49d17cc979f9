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
accounts-sign-up = Create an account
accounts-sign-up-lead = For offers, requests and expressions of interest. Searching and reading need no account.
accounts-sign-up-do = Create the account
accounts-have-one = You have an account already?
accounts-name = Your name
accounts-name-hint = As partners should address you
accounts-name-characters = Use letters, marks and spaces only
accounts-email = E-mail address
accounts-email-hint = Your address at work; it is never shown on public pages
accounts-password = Password
accounts-password-new = New password
accounts-password-current = Present password
accounts-password-hint = At least 8 characters. Several unrelated words are easy to keep in mind and hard to guess.
accounts-terms = Terms of use
accounts-terms-accept = I have read the terms of use and accept them
accounts-terms-read = Read the terms of use
accounts-terms-needed = Accept the terms of use to go on
accounts-sign-in = Sign in
accounts-sign-in-do = Sign in
accounts-sign-in-wrong = E-mail address or password is not right
accounts-verify-sent = Look into your mailbox
accounts-verify-sent-text = We have written to the address that you gave. Open the link in that mail within 48 hours to go on.
accounts-verify-again = No mail?
accounts-verify-again-text = Look among unwanted mails first. If it is not there, we send another one.
accounts-verify-again-do = Send the mail again
accounts-verify = Confirm your e-mail address
accounts-verify-text = Is { $email } your address? After this you are signed in.
accounts-verify-do = Confirm and sign in
accounts-stale = This link does not work any more
accounts-stale-text = It was used already, a newer one was sent, or its time is over.
accounts-forgot = Forgotten your password?
accounts-forgot-text = Give your e-mail address. If it has an account, we send a link with which you set a new password.
accounts-forgot-do = Send the link
accounts-reset = Set a new password
accounts-reset-text = For the account of { $email }. You are signed out everywhere afterwards.
accounts-reset-do = Set the password
accounts-account = Your account
accounts-signed-in-as = Signed in as { $email }.
accounts-organisations = Your organisations
accounts-profile = You
accounts-locale = Language
accounts-locale-hint = Of pages and mails
accounts-time-zone = Time zone
accounts-time-zone-hint = Times and deadlines are shown in it
accounts-save = Save
accounts-password-change = Password
accounts-password-change-do = Change the password
accounts-current-wrong = This is not your present password
accounts-sessions = Where you are signed in
accounts-sessions-text = End what you do not know, and change your password then.
accounts-session-browser = { $browser } on { $system }
accounts-session-unknown = Another program
accounts-session-began = Signed in { $at }
accounts-session-seen = last used { $at }
accounts-session-this = This browser
accounts-session-end = Sign out
accounts-sessions-end = Sign out everywhere else
notice-accounts-mailed = We have sent the mail. It arrives within a few minutes.
notice-accounts-unproved = Confirm your e-mail address first. The link is in your mailbox.
notice-accounts-verified = Your e-mail address is confirmed. Welcome!
notice-accounts-signed-out = You are signed out.
notice-accounts-reset-mailed = If this address has an account, a mail with a link is on its way.
notice-accounts-reset = Your new password is set. Sign in with it.
notice-accounts-saved = Saved.
notice-accounts-password-changed = Your password is changed. Other browsers are signed out.
notice-accounts-session-ended = That browser is signed out.
notice-accounts-sessions-ended = All other browsers are signed out.
accounts-mail-verify-subject = Confirm your e-mail address for Greenbridge
accounts-mail-verify-text = Somebody, surely you, has signed up at Greenbridge with this address. Confirm it within { $hours } hours.
accounts-mail-verify-action = Confirm the address
accounts-mail-verify-reason = You get this because somebody entered this address when signing up at Greenbridge. If that was not you, do nothing: without the confirmation nobody can use it.
accounts-mail-exists-subject = You have an account at Greenbridge already
accounts-mail-exists-text = Somebody, surely you, tried to sign up with this address. It has an account already, so nothing was changed.
accounts-mail-exists-forgot = If you have forgotten the password, the sign-in page helps you to a new one.
accounts-mail-exists-action = Sign in
accounts-mail-reset-subject = Set a new password for Greenbridge
accounts-mail-reset-text = With this link you set a new password. It works once, within { $hours ->
    [one] one hour
   *[other] { $hours } hours
}.
accounts-mail-reset-action = Set a new password
accounts-mail-reset-reason = You get this because somebody asked for a new password with this address. If that was not you, do nothing: your password stays as it is.
accounts-mail-changed-subject = Your password for Greenbridge was changed
accounts-mail-changed-text = The password of your account was changed just now, and other browsers were signed out.
accounts-mail-changed-otherwise = If that was not you, set a new password at once.
accounts-mail-changed-action = Set a new password
accounts-mail-changed-reason = You get this because you have an account at Greenbridge.

## Organisations
organisation-status-unverified = Not verified
organisation-status-pending = Waiting for verification
organisation-status-verified = Verified
organisation-status-refused = Verification refused
organisation-status-suspended = Suspended
member-role-owner = Owner
member-role-editor = Editor
member-role-viewer = Viewer
organisations-find = Find organisations
organisations-find-do = Show
organisations-words = Name or words
organisations-all = All
organisations-badge = Verification
organisations-found = { $n ->
    [one] { $count } organisation
   *[other] { $count } organisations
}
organisations-without = Remove the filter { $filter }
organisations-none = No organisation matches
organisations-none-text = Remove a filter, or use fewer words.
organisations-show-all = Show all organisations
organisations-pages = Pages
organisations-page = page { $number }
organisations-page-of = { $number } of { $pages }
organisations-previous = Previous
organisations-next = Next
organisations-path = Path
organisations-listings-count = { $n ->
    [0] no listings
    [one] { $count } listing
   *[other] { $count } listings
}
organisations-listings = { $n ->
    [0] Listings
    [one] { $count } listing
   *[other] { $count } listings
}
organisations-listings-none = Nothing is published at present.
organisations-verified-by = Checked by { $name }, moderator of Greenbridge, on { $date }.
organisations-verified-by-focal = Checked by { $name }, { $focal }, on { $date }.
organisations-verified-on = Checked on { $date }.
organisations-facts = Facts
organisations-name = Name
organisations-name-hint = As it is known
organisations-legal-name = Legal name
organisations-legal-name-hint = As it stands in the register
organisations-country = Country
organisations-number = Registration number
organisations-sector = Sector
organisations-size = Size
organisations-website = Website
organisations-website-hint = It begins with https://
organisations-description = Description
organisations-description-hint = What you do and what you are looking for, at most 3,000 characters. Do not put contact details here.
organisations-domains = E-mail domains
organisations-domains-hint = Those of your members' addresses, with commas between them. They help whoever verifies you and are not shown in public.
organisations-domain-wrong = Give domains such as example.org
organisations-characters = Use letters, marks and spaces only
organisations-focal = Focal point for
organisations-since = Here since
organisations-choose = Choose
organisations-manage = Manage
organisations-new = Register an organisation
organisations-new-lead = You become its owner and act for it. Colleagues are invited afterwards.
organisations-new-do = Register the organisation
organisations-edit = Edit the profile
organisations-edit-of = Profile of { $name }
organisations-edit-verified = The verified badge stays. A change of name, legal name, sector, country or registration number is noted.
organisations-save = Save
organisations-changed-meanwhile = Somebody changed this organisation meanwhile. Check what you entered and send it again.
organisations-ask = Ask for verification
organisations-ask-text = A moderator or your country's focal point checks the facts. Verified organisations are trusted sooner.
organisations-verify = Decide on verification
organisations-verify-of = Verification of { $name }
organisations-decision = Decision
organisations-decision-verify = Verify
organisations-decision-verify-hint = The facts are right; the badge shows your name and the day
organisations-decision-refuse = Refuse
organisations-decision-refuse-hint = There is no badge; the owners get your reason by mail
organisations-reason = Reason
organisations-reason-hint = Needed for a refusal; the owners read it
organisations-decide = Send the decision
organisations-back = Back to the organisation
organisations-members = Members
organisations-members-of = Members of { $name }
organisations-member-since = since { $date }
organisations-roles-text = Owners manage members and the profile, editors manage listings and interest, viewers read.
organisations-role = Role
organisations-role-of = Role of { $name }
organisations-role-change = Change
organisations-last-owner = An organisation needs an owner. Make somebody else an owner first.
organisations-remove = Remove
organisations-remove-ask = Remove { $name }?
organisations-remove-text = This person cannot act for { $organisation } any more. What was written stays.
organisations-leave = Leave
organisations-leave-ask = Leave { $organisation }?
organisations-leave-text = You cannot act for it any more, until an owner invites you again. What you wrote stays.
organisations-keep = Go back
organisations-invite = Invite a colleague
organisations-invite-text = We send a link to this address. It works for 14 days, for this address only.
organisations-invite-do = Send the invitation
organisations-invitations = Open invitations
organisations-invitation-until = open until { $date }
organisations-invitation-revoke = Take back
organisations-invitation = You are invited
organisations-invitation-text = { $inviter } invites you to act for { $organisation } on Greenbridge.
organisations-invitation-accept = Accept the invitation
organisations-invitation-other = This invitation is for { $email }. Sign out and sign in with that address, or ask for an invitation to yours.
organisations-invitation-sign-in = Sign in with this address, or create an account with it. Then you come back here.
organisations-invitation-stale = This invitation does not work any more
organisations-invitation-stale-text = It was accepted, taken back, or its time is over. Ask an owner of the organisation for another.
organisations-own-none = You act for no organisation yet
organisations-own-none-text = Offers, requests and interest belong to organisations. Register yours, or ask an owner to invite you.
organisations-own-text = What you post and send is in the name of the organisation you act for.
organisations-acting = You act for it
organisations-act = Act for it
notice-organisations-made = Your organisation is registered, and you act for it.
notice-organisations-saved = The profile is saved.
notice-organisations-asked = Verification is asked for. You get a mail when it is decided.
notice-organisations-decided = The decision is noted, and the owners are told.
notice-organisations-invited = The invitation is on its way.
notice-organisations-invitation-revoked = The invitation is taken back.
notice-organisations-joined = You are a member now and act for this organisation.
notice-organisations-role-changed = The role is changed.
notice-organisations-removed = The member is removed.
notice-organisations-left = You have left the organisation.
notice-organisations-switched = You act for another organisation now.
organisations-mail-invite-subject = Invitation to { $organisation } on Greenbridge
organisations-mail-invite-text = { $inviter } invites you to act for { $organisation } on Greenbridge, an open marketplace for environmentally sound technology.
organisations-mail-invite-how = If you have no account yet, you create one on the way. The invitation is open for 14 days.
organisations-mail-invite-action = See the invitation
organisations-mail-invite-reason = You get this because an owner of { $organisation } entered your address. If you do not know them, do nothing.
organisations-mail-verified-subject = { $organisation } is verified
organisations-mail-verified-text = The facts of your organisation were checked. Its page and its listings carry the verified badge from now on.
organisations-mail-refused-subject = { $organisation } was not verified
organisations-mail-refused-text = The facts of your organisation were checked and could not be confirmed. You can mend the profile and ask again. This is the reason:
organisations-mail-decision-action = Open the page of the organisation
organisations-mail-owner-reason = You get this because you are an owner of { $organisation } on Greenbridge.
