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

## Eco-labels
label-title = Eco-labels
label-lead = Schemes that certify products and technologies, what their certificates are worth in another country, and who holds them here. A badge is shown only while a certificate is verified and valid.
label-recognition-link = Where labels are recognised
label-register = Register of schemes
label-scheme = Scheme
label-country = Country
label-type = Type
label-body = Body
label-valid-here = Valid here
label-genices = GENICES: the scheme takes part in the cooperation of the Global Ecolabelling Network, by which bodies use each other's tests.
label-genices-member = takes part
label-international = International
label-eu = European Union
label-iso-14024 = Type I, criteria over the whole life cycle (ISO 14024)
label-iso-14021 = Type II, self-declaration (ISO 14021)
label-iso-14025 = Type III, declared figures (ISO 14025)
label-iso-14034 = Verification of a technology's performance (ISO 14034)
label-iso-other = Other
label-path = Path
label-recognised-by = Recognised by
label-recognised-by-none = No agreement is known by which another scheme recognises it.
label-recognises = Recognises
label-scope = Covers
label-scope-unknown = The source does not say
label-since = Since
label-agreement = Agreement
label-holders = Who holds it here
label-holders-none = No valid certificate of this scheme is in the register yet.
label-holders-none-help = A provider enters a certificate in an offer; a moderator verifies it against its document.
label-number = No. { $number }
label-until = valid until { $day }
label-search = Search offers with this label
label-facts = Facts
label-code = Code
label-validity = A certificate is valid for
label-months = { $n ->
    [one] one month
   *[other] { $n } months
}
label-website = Website
label-background = From general knowledge; the source itself was not read.
label-recognition-title = Where labels are recognised
label-recognition-lead = A certificate counts most in its own country. Elsewhere it helps where schemes have agreed to recognise each other, often only for some product groups.
label-your-country = Your country
label-show-worth = Show what labels are worth there
label-worth-in = What labels are worth in { $country }
label-worth = Worth there
label-worth-direct = Label of this country
label-worth-recognised = Recognised under an agreement
label-worth-none = No agreement known
label-matrix = All schemes and countries
label-matrix-help = Own: the scheme belongs to that country. Recognised: a scheme of that country recognises it. The table can be moved sideways.
label-cell-direct = Own
label-cell-recognised = Recognised
label-recognition-source = Recognition is a statement of agreements between schemes. Ask the buyer's body before you rely on it for a certain product.
label-mail-verified = Your certificate is verified: { $name }
label-mail-verified-text = A moderator has checked { $name } against its document and its scheme. Its badge now stands on your listings for as long as it is valid.
label-mail-refused = Your certificate could not be verified: { $name }
label-mail-refused-text = A moderator looked at { $name } and could not verify it. No badge is shown for it. The reason is below; you can correct the claim in your listing and hand it in again.
label-mail-ends = { $n ->
    [0] Your certificate ends today: { $name }
    [one] Your certificate ends tomorrow: { $name }
   *[other] Your certificate ends in { $n } days: { $name }
}
label-mail-ends-text = The last day of { $name } is { $day }. After that day its badge goes from your listings by itself. If it was renewed, enter the new one in your listing.
label-mail-open = Open your workspace
label-mail-why = You get this because your organisation holds this certificate on Greenbridge.

## Moderation
review-queue = Review queue
review-page = page { $n }
review-filters = Which cases
review-show-waiting = Waiting
review-show-mine = Held by me
review-show-decided = Decided
review-certificates = Certificates
review-figure-waiting = cases wait for a decision
review-figure-oldest = the oldest has waited
review-figure-median = median time to a decision, last 90 days
review-empty-waiting = Nothing waits
review-empty-mine = You hold no case
review-empty-decided = Nothing has been decided yet
review-empty-help-waiting = Every listing that was handed in has been decided. New ones appear here by themselves.
review-empty-help-mine = Claim a case in the queue; it stays yours for 30 minutes, and for another 30 each time you save.
review-empty-help-decided = Decisions appear here with who made them and when.
review-count = { $n ->
    [one] One case
   *[other] { $n } cases
}
review-case = Case
review-age = Waiting for
review-risk = Risk
review-risk-low = Low
review-risk-medium = Medium
review-risk-high = High
review-held-by = Held by
review-act = Act
review-decision = Decision
review-decided-by = Decided by
review-change-of-public = changes a public listing
review-you-until = you, until { $until }
review-held-until = { $name }, until { $until }
review-nobody = nobody
review-claim = Claim
review-pages = Pages
review-previous = Previous
review-next = Next
review-span-days = { $n ->
    [one] one day
   *[other] { $n } days
}
review-span-hours = { $n ->
    [one] one hour
   *[other] { $n } hours
}
review-span-minutes = { $n ->
    [one] one minute
   *[other] { $n } minutes
}
review-outcome-approved = Approved
review-outcome-changes-requested = Changes requested
review-outcome-rejected = Rejected
review-taken-decided = { $name } has decided this case on { $at }: { $how }.
review-taken-held = { $name } holds this case until { $until }.
review-taken-gone = This submission is no longer open: its owner took it back, handed in a newer one, or the listing ended.
review-taken-moved = The listing was changed at the same moment. Open the case again to see how it stands.
review-kept-here = What you wrote is still below.
review-revision = revision { $n }
review-unverified = organisation not verified
review-handed-in = handed in { $at }
review-you-hold = { $n ->
    [one] You hold this case until { $until }, one minute from now. Saving begins a new half hour.
   *[other] You hold this case until { $until }, { $n } minutes from now. Saving begins a new half hour.
}
review-free = Nobody holds this case. Claim it to decide; it stays yours for 30 minutes.
review-own = You belong to the organisation of this listing, so somebody else must decide.
review-what-changed = What changed
review-nothing-changed = Nothing differs from the revision before.
review-field = Field
review-approved-before = Approved
review-handed-in-before = Handed in before
review-proposed = Proposed
review-claims = Certificates claimed
review-certificate-open = Open the document
review-certificate-no-document = no document
review-certificate-differs = The claim differs from the verified one. It must be verified again once this revision is approved.
review-certificate-reason = Reason, if it is refused
review-certificate-why = Give a reason
review-certificate-verify = Verify
review-certificate-refuse = Refuse
review-certificate-over = Its last day is over, so it cannot be verified.
review-certificate-moved = This certificate was changed or decided in the meantime, or its last day is over. Open it again to see how it stands.
review-certificates-lead = Certificates that nobody has looked at yet; those with a document come first.
review-certificates-none = No certificate waits
review-certificates-none-help = Certificates appear here when a provider claims one in an offer.
review-certificates-count = { $n ->
    [one] One certificate waits
   *[other] { $n } certificates wait
}
review-certificate-organisation = Organisation
review-certificate-number = Number
review-certificate-holder = Holder
review-certificate-product = Product
review-certificate-issued = Issued
review-certificate-until = Valid until
review-certificate-document = Document
review-content = As the public will see it
review-content-help = All that was handed in, field by field. Names of codes are in your language; texts are in the language in which they were written.
review-not-given = Not given
review-whole = The listing as a whole
review-reason-whole = Reason for the whole listing
review-reason-whole-hint = Needed when you reject, unless a field says why. The author reads it in the mail and in the workspace.
review-ask = Ask for a change here
review-reason-label = What should change
review-reason-hint = The author reads this beside the field.
review-problem-no-reason = Say why: here, or at the field that should change
review-approve = Approve
review-request-changes = Request changes
review-reject = Reject
review-keep = Save and keep
review-release = Release the case
review-hints = Hints
review-hints-none = Nothing stood out to the automatic checks.
review-hint-contact = Contact details in { $field } ({ $language }): { $found }
review-hint-duplicate = Nearly the same title in the same organisation:
review-hint-no-evidence = No document stands behind any of the benefits.
review-hint-nothing-claimed = The offer has no figures and no certificate at all.
review-hint-no-change = Benefit { $row } shows no change, or none that can be computed.
review-hint-no-value = Performance row { $row } has no value.
review-hint-bare-certificate = Certificate { $row } has no holder or no document.
review-level-high = Look
review-level-medium = Note
review-checklist = Checklist
review-checklist-hint = What you tick is kept with the decision.
review-check-purpose = It is an environmentally sound technology, or a need for one
review-check-claims = Claims have a baseline, a basis and fitting evidence
review-check-contact = No contact details in the texts
review-check-files = Files open and fit the text
review-check-language = The languages say the same
review-check-rights = Nothing hints at somebody else's rights
review-field-title = Title
review-field-summary = Summary
review-field-description = Description
review-field-advantages = Advantages
review-field-background = Background
review-field-partner-role = Partner sought
review-field-themes = Themes
review-field-keywords = Technology keywords
review-field-industries = Industries served
review-field-sdgs = Sustainable Development Goals
review-field-treatments = Treatment steps
review-field-readiness = Readiness
review-field-ip = Intellectual property
review-field-cooperation = Cooperation sought
review-field-developed-in = Developed in
review-field-deployed-in = Deployed in
review-field-offered-to = Offered to
review-field-cost = Cost
review-field-benefits = Benefits
review-field-performance = Measured performance
review-field-certificates = Eco-labels and certificates
review-field-references = Demonstration projects
review-field-files = Files
review-field-site = Site
review-field-budget = Budget
review-field-timetable = Timetable
review-field-closes = Closing date
review-field-requirements = Requirements
review-field-source = Source
review-field-whole = The listing as a whole
review-word-capital = capital
review-word-operating = operating
review-word-saving = saving a year
review-word-removal = removal
review-word-not-detected = not detected
review-word-with-document = with document
review-word-essential = Essential
review-word-desirable = Desirable
review-word-image = image
review-word-report = report
review-word-video = video
review-word-certificate = certificate
review-word-public = open to all
review-word-after-acceptance = after acceptance
review-word-after-nda = after an NDA
notice-review-claimed = You hold this case for 30 minutes.
notice-review-released = The case is free again. What you saved stays with it.
notice-review-kept = Saved. You hold this case for another 30 minutes.
notice-review-approved = Approved. The listing is public and its owner has been told.
notice-review-changes-requested = Sent back with your reasons. The owner has been told.
notice-review-rejected = Rejected. The owner has been told why.
notice-certificate-verified = Verified. The badge is shown while the certificate is valid.
notice-certificate-refused = Refused. The owner has been told.
review-mail-approved = Your listing is public: { $title }
review-mail-approved-text = A moderator has approved "{ $title }" ({ $reference }). Everybody can find and read it now.
review-mail-approved-open = See the public page
review-mail-changes = Please change your listing: { $title }
review-mail-changes-text = A moderator has read "{ $title }" ({ $reference }) and asks you to change what is listed below. Nothing you wrote is lost. Hand it in again when you have made the changes.
review-mail-changes-open = Open the editor
review-mail-rejected = Your listing was not accepted: { $title }
review-mail-rejected-text = A moderator has read "{ $title }" ({ $reference }) and did not accept it. The reason is below. You can still change it and hand it in again.
review-mail-rejected-open = Open the editor
review-mail-why = You get this because you are an owner or editor of { $organisation } on Greenbridge.
review-reason = { $field }: { $text }
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
