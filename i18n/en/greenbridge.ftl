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

import-comma = ,{ " " }
import-and = { $first } and { $last }
import-and-apart = { $first }, and { $last }
import-then = { $first }, then { $last }
import-title = { $code ->
    [landfills] { $steps } for landfill leachate
    [airport_deicing] { $steps } for airport de-icing run-off
   *[other] { $steps } for { $industry }
}
import-title-told-apart = { $title } ({ $id })
import-scale = { $scale ->
    [full] full scale
   *[pilot] pilot scale
}
import-summary = { $scale ->
    [full] Full-scale
   *[pilot] Pilot-scale
} treatment for { $industry }: { $steps }.
import-summary-measured = Measured: { $parameters }{ $more ->
    [0] .
   *[other] { " " }and { $more } more.
}
import-removed = { $parameter } ({ $percent } % removed)
import-removed-over = { $parameter } (over { $percent } % removed)
import-heading-system = The system
import-heading-steps = Treatment steps
import-heading-operation = Operation
import-heading-cost = Cost
import-heading-findings = Key findings
import-heading-abstract = From the abstract
import-heading-figures = Measured figures
import-heading-source = Source
import-ph = pH { $low } to { $high }
import-ph-one = pH { $value }
import-additions = Chemicals added: { $text }
import-media = Media: { $text }
import-maker = Maker: { $text }
import-discharge = { $way ->
    [Direct] Discharge: into a water body
   *[other] Discharge: into a sewer
}
import-reused = The treated water is used again.
import-cost-capital = Capital: { $text }
import-cost-operating = Operation and maintenance: { $text }
import-silent = Looked at, without published figures: { $parameters }
import-figure = { $parameter }: { $from } → { $to }
import-figures-more = and { $count } more figures under performance
import-original = The description of the system and of its operation is in English.
import-source = This listing was made from record { $id } of the { $name }, a public data set of the United States Environmental Protection Agency. The agency does not endorse it. Figures and texts are as published; names, units and codes were made uniform.
import-source-name = Industrial Wastewater Treatment Technology Database (IWTT)
import-citation = { $authors }: { $title }. { $journal }, { $year }.
import-citation-unknown = Reference { $number } of the database
import-note-outlet = outlet as published: { $figure }
import-note-removal = reported removal: { $figure }
import-note-method = method: { $method }
import-note-detection-inlet = detection limit at the inlet: { $figure }
import-note-detection-outlet = detection limit at the outlet: { $figure }
import-note-limit = limit to keep: { $figure }
import-note-named-limit = limit to keep: { $figure } ({ $name })
import-organisation-description = Listings made from public data sets. Each names its source; the publishers of the sources have no part in it.
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
## The page of a listing
listing-path = You are here
listing-published = published { $day }
listing-valid = valid to { $day }
listing-not-public = Only your organisation and moderators see this page: the listing is { $state }.
listing-by = By
listing-verified = verified organisation
listing-fallback = This listing is not available in { $wanted }. You read it in { $lang }.
listing-languages = Languages
listing-original = original
listing-changes = What it changes
listing-performance = Measured performance
listing-labels = Eco-labels and certificates
listing-label-number = Number { $number }
listing-label-until = valid to { $day }
listing-label-verified = verified by Greenbridge on { $day }
listing-label-claimed = Claimed by the organisation and not verified yet
listing-requirements = Requirements
listing-essential = Essential
listing-desirable = Desirable
listing-description = Description
listing-advantages = Advantages
listing-background = Background
listing-partner-role = Partner sought
listing-references = Demonstration projects
listing-contact-on-request = contact on request
listing-pictures = Pictures
listing-files = Files
listing-kilobytes = { $n } kB
listing-glance = At a glance
listing-act = Act
listing-express = Express interest
listing-express-help = Contact details of both sides open when your interest is accepted.
listing-mine = This is your organisation’s listing.
listing-edit = Edit
listing-no-interest = Its organisation does not take expressions of interest at the moment.
listing-indicator = Indicator
listing-before = Before
listing-after = After
listing-change = Change
listing-evidence = Evidence
listing-chart = Chart
listing-chart-words = { $name }: { $before } before, { $after } after
listing-parameter = Parameter
listing-inlet = Inlet
listing-outlet = Outlet
listing-removal = Removal
listing-conditions = Conditions
listing-not-detected = not detected
listing-months = { $n ->
    [one] 1 month
   *[other] { $n } months
}
listing-payback = simple payback, computed
listing-capital = capital cost{ $basis }
listing-operating = operating cost{ $basis }
listing-saving = saved a year
listing-cost-note = Cost as stated
listing-closes = Closes { $moment }
listing-offered-to = Offered to
listing-developed-in = Developed in
listing-deployed-in = Deployed in
listing-cooperation = Cooperation
listing-cooperation-wanted = Cooperation wanted
listing-ip = Intellectual property
listing-partner = Partner
listing-partner-size = Partner’s size
listing-site = Site
listing-budget = Budget
listing-timetable = Timetable
listing-themes = Themes
listing-keywords = Keywords
listing-treatments = Treatment steps
listing-industries = Industries
listing-sdgs = Goals
listing-source = Source
listing-citation = Paper
listing-reference = Reference
visibility-public = public
visibility-after-acceptance = after acceptance
visibility-after-nda = after an NDA
status-draft = draft
status-submitted = submitted
status-in-review = in review
status-changes-requested = changes requested
status-rejected = rejected
status-published = published
status-paused = paused
status-expired = expired
status-archived = archived
status-removed = removed
certificate-claimed = claimed
certificate-document-uploaded = document provided
certificate-verified = verified
certificate-expiring = verified, expires soon
certificate-refused = not accepted
certificate-expired = expired
certificate-revoked = revoked
certificate-superseded = superseded
