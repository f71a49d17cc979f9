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

## Expressions of interest
interest-index-title = Interest
interest-sides = Received and sent
interest-received = Received
interest-sent = Sent
interest-crumbs = You are here
interest-from-to = From { $sender } to { $receiver }
interest-you = You
interest-read = read
interest-choose = Choose
interest-state-draft = Draft
interest-state-sent = Sent
interest-state-acknowledged = Acknowledged
interest-state-in-discussion = In discussion
interest-state-info-requested = Information requested
interest-state-accepted = Accepted
interest-state-negotiating = Negotiating
interest-state-agreement = Agreement
interest-state-no-agreement = No agreement
interest-state-declined = Declined
interest-state-withdrawn = Withdrawn
interest-state-lapsed = Lapsed
interest-ahead-sent = the receiver is told by mail
interest-ahead-acknowledged = the receiver confirms that it came
interest-ahead-in-discussion = questions and answers
interest-ahead-accepted = both sides see each other’s contact
interest-ahead-negotiating = terms are worked out
interest-ahead-agreement = type, value and start are recorded
interest-new-title = Express interest
interest-new-intro = The owners and editors of the other organisation are told by mail and answer here. You can follow every step under “Interest”.
interest-purpose = What are you interested in?
interest-purpose-hint = Choose one or more forms of cooperation.
interest-purpose-sought = The listing seeks { $names }. You may choose others too.
interest-message = Your message
interest-message-hint = Say what you need, at which scale, and what you want to know first. At most 8,000 characters.
interest-country = Country of intended use
interest-site = Site
interest-site-hint = For example a plant, a park or a town.
interest-budget = Budget
interest-budget-hint = For example USD 2–5 million, or “not yet fixed”.
interest-timetable = Timetable
interest-timetable-hint = For example “start by mid 2027”.
interest-nda = Confidentiality
interest-nda-hint = Tick this if details are to be shared only under a non-disclosure agreement.
interest-nda-yes = An NDA comes first
interest-contact-hidden = Names of organisations and people are shown. E-mail addresses of both sides stay hidden until the interest is accepted.
interest-send = Send to { $receiver }
interest-keep = Save as draft
interest-cancel = Back to the listing
interest-kept = What you entered is still below.
interest-draft-text = Only your organisation sees this draft. Nothing has been sent.
interest-continue = Continue and send
interest-discard = Discard the draft
interest-discard-hint = The draft and what you wrote in it are deleted. This cannot be undone.
interest-reply = Message
interest-reply-hint = The other side is told by mail. A message cannot be changed once it is sent.
interest-reply-send = Send message
interest-closed = This exchange has ended, so no more messages can be sent.
interest-viewer = You read this as a viewer. Owners and editors of your organisation can answer.
interest-where = Where it stands
interest-contacts = Contacts
interest-agreed = What was agreed
interest-agreement-kind = Form of cooperation
interest-agreement-value = Value
interest-agreement-value-hint = Leave empty if no money is involved.
interest-agreement-currency = Currency
interest-agreement-starts = Start
interest-fact-purpose = For: { $names }
interest-fact-site = Site: { $place }
interest-fact-budget = Budget: { $budget }
interest-fact-timetable = Timetable: { $timetable }
interest-fact-nda = NDA first
interest-act-acknowledge = Acknowledge
interest-act-discuss = Begin discussion
interest-act-request-info = Ask for information
interest-act-provide-info = Give the information
interest-act-accept = Accept
interest-act-negotiate = Begin to negotiate
interest-act-agree = Record an agreement
interest-act-no-agreement = End without agreement
interest-act-decline = Decline
interest-act-withdraw = Withdraw
interest-act-revive = Open it again
interest-act-hint-acknowledge = Says that it came and that you will answer.
interest-act-hint-discuss = Shows that you are looking into it together.
interest-act-hint-request-info = The sender is asked to give what you need before you decide.
interest-act-hint-provide-info = Your answer is sent and the discussion goes on.
interest-act-hint-accept = Both sides then see the name and e-mail address of each other’s contact.
interest-act-hint-negotiate = Shows that terms are being worked out.
interest-act-hint-agree = This ends the exchange with an agreement. The other side is told by mail.
interest-act-hint-no-agreement = This ends the exchange. It cannot be undone.
interest-act-hint-decline = This ends the exchange, and the sender reads your reason. It cannot be undone.
interest-act-hint-withdraw = This ends the exchange, and the receiver is told. It cannot be undone, but you can express interest anew.
interest-act-hint-revive = It is sent once more. This is possible one time.
interest-reason = { $action ->
    [request_info] What do you need?
    [provide_info] Your answer
    [agree] Note
   *[other] Reason
}{ $needed ->
    [true] {""}
   *[other] {" "}(optional)
}
interest-event = { $action ->
    [send] { $organisation } expressed interest
    [acknowledge] { $organisation } acknowledged it
    [discuss] { $organisation } began the discussion
    [request_info] { $organisation } asked for information
    [provide_info] { $organisation } gave the information
    [accept] { $organisation } accepted
    [negotiate] { $organisation } began to negotiate
    [agree] { $organisation } recorded an agreement
    [no_agreement] { $organisation } ended it without agreement
    [decline] { $organisation } declined
    [withdraw] { $organisation } withdrew
    [revive] { $organisation } opened it again
   *[other] It lapsed because no answer came in time
}
interest-next = { $side ->
    [sender] { $state ->
        [draft] Not sent yet.
        [sent] Waiting for the receiver to acknowledge it.
        [acknowledged] The receiver knows of it and will answer.
        [in_discussion] The receiver accepts or declines when enough is known.
        [info_requested] The receiver needs information from you.
        [accepted] Contacts are open. Either side can begin to negotiate.
        [negotiating] Either side records the outcome.
        [agreement] Both sides have agreed.
        [no_agreement] It ended without agreement.
        [declined] The receiver has declined.
        [withdrawn] Your organisation has withdrawn it.
       *[other] No answer came in time. It can be opened again once.
    }
   *[other] { $state ->
        [draft] Not sent yet.
        [sent] Your answer is awaited. A first message also acknowledges it.
        [acknowledged] Your answer is awaited.
        [in_discussion] Accept or decline when you know enough.
        [info_requested] Waiting for information from the sender.
        [accepted] Contacts are open. Either side can begin to negotiate.
        [negotiating] Either side records the outcome.
        [agreement] Both sides have agreed.
        [no_agreement] It ended without agreement.
        [declined] Your organisation has declined.
        [withdrawn] The sender has withdrawn it.
       *[other] No answer came in time. It can be opened again once.
    }
}
interest-your-turn = Your turn
interest-moved = last step on { $day }, { $ago }
interest-found = { $n ->
    [one] { $n } expression of interest
   *[other] { $n } expressions of interest
}
interest-filter = State
interest-filter-all = All states
interest-filter-open = Under way
interest-filter-ended = Ended
interest-filter-remove = Remove the filter { $name }
interest-show = Show
interest-show-all = Show all
interest-none-state = None in this state
interest-none-state-text = Your organisation has others. Remove the filter to see them.
interest-none-received = Nobody has expressed interest yet
interest-none-received-text = When another organisation is interested in one of your listings, its message appears here and you are told by mail. Listings with measured benefits and proof are asked about most.
interest-none-sent = You have not expressed interest yet
interest-none-sent-text = Open an offer or a request that suits you and choose “Express interest”. You can follow each step here.
interest-browse = Browse offers and requests
interest-pages = Pages
interest-page = page { $number } of { $pages }
interest-previous = Previous
interest-following = Next
interest-problem-purpose = Choose what you are interested in
interest-problem-message = Write a message
interest-problem-country = Choose the country of intended use
interest-problem-body = Write a message before you send it
interest-problem-reason = Give a reason; the other side reads it
interest-problem-kind = Choose the form of cooperation
interest-problem-currency = Choose the currency of the value
interest-problem-starts = Give the day on which it starts
interest-what-next = What you can do now
interest-not-done = This was not done.
interest-unsent = What you wrote:
interest-refused-state = It is now in the state “{ $state }”, in which this is not possible. Below you see how things stand.
interest-refused-messages = It is now in the state “{ $state }”, in which no messages are taken.
interest-refused-side = It is for the other side to do this.
interest-refused-listing = The listing does not take interest at the moment.
interest-refused-not-overdue = The time for an answer is not over.
interest-refused-revived = It was opened again before, which is possible once.
interest-refused-other = Your organisations already have { $reference } under way for this listing.
interest-refused-daily = An organisation that is not verified can express interest { $n } times a day. Save this as a draft and send it tomorrow, or have your organisation verified.
interest-refused-suspended = Your organisation is suspended and cannot express interest.
interest-refused-stale = Somebody changed it after you opened the page. Below you see how things stand now.
notice-interest-sent = Your interest was sent. The other organisation is told by mail.
notice-interest-saved = Saved as a draft. Nothing was sent.
notice-interest-already-open = Your organisation has expressed interest in this listing already. Here it is.
notice-interest-changed = Done. The other side is told by mail.
notice-interest-written = Your message was sent.
notice-interest-discarded = The draft was discarded.
interest-mail-subject = { $news ->
    [send] { $organisation } is interested in your listing
    [acknowledge] { $organisation } has acknowledged your interest
    [discuss] { $organisation } has begun the discussion
    [request_info] { $organisation } asks you for information
    [provide_info] { $organisation } has given the information
    [accept] { $organisation } has accepted your interest
    [negotiate] { $organisation } begins to negotiate
    [agree] { $organisation } has recorded an agreement
    [no_agreement] { $organisation } has ended the exchange without agreement
    [decline] { $organisation } has declined your interest
    [withdraw] { $organisation } has withdrawn its interest
    [revive] { $organisation } has opened the exchange again
    [message] { $organisation } has written to you
   *[other] An expression of interest has lapsed
}
interest-mail-about = It is about { $reference }, “{ $title }” ({ $listing }).
interest-mail-next = { $news ->
    [send] You can acknowledge it, ask questions, accept or decline.
    [request_info] Please give what is asked for, so that the other side can decide.
    [accept] You now see the contact of the other side on the page, and it sees yours.
    [agree] What was agreed is on the page.
    [no_agreement] The reason is on the page.
    [decline] You can express interest in other listings at any time.
    [withdraw] Nothing more is needed from you.
    [lapse] No answer came in time. Either side can open it again once.
   *[other] You can answer on the page.
}
interest-mail-open = Open the exchange
interest-mail-reason = You get this because you are an owner or editor of { $organisation } on Greenbridge.
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
