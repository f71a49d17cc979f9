### Texts of Greenbridge. Ids begin with the place where the text stands.

## Layout
layout-skip = Skip to content
layout-menu = Menu
layout-main-menu = Main
layout-listings = Offers and requests
layout-labels = Eco-labels
layout-organisations = Organisations
layout-effects = Realised effects
layout-workspace = Workspace
layout-interests = Interest
layout-account = My account
layout-organisation = My organisation
layout-organisation-new = Add your organisation
layout-staff = Staff
layout-foot = Foot of the page
layout-foot-about = About
layout-foot-help = Help
layout-foot-contact = Contact
layout-foot-terms = Terms of use
layout-foot-privacy = Privacy
layout-foot-accessibility = Accessibility
about-operator = the operator of this site
about-sections = On this page
layout-moderation = Moderation
layout-admin = Administration
layout-sign-in = Sign in
layout-sign-out = Sign out
layout-post = Post a listing
layout-purpose = Greenbridge, an open marketplace for environmentally sound technology
layout-mailbox = Mailbox of the demonstration
layout-clock = Clock of the demonstration

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
home-how-check-text = Each claim shows its evidence, from self-declared to government verified, and each eco-label has a page that says where it is recognised.
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
search-effect = Effect
search-benefits = Benefits
search-parameters = Removal of
search-any = Any
search-field-indicator = Benefit or removal of
search-field-least = At least, in per cent
search-field-scale = Removal measured at
search-field-payback = Pays back within, in months
search-at-least = ≥ { $percent } %
search-payback-within = { $n ->
    [one] pays back within a month
   *[other] pays back within { $n } months
}
search-feed = Feed of this search (Atom)
search-recognised-in = Label recognised in { $country }
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
facet-recognised-in = Label recognised in
facet-evidence = Evidence, at least
facet-indicator = Benefit or removal of
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
card-answered = { $n ->
    [one] 1 question answered
   *[other] { $n } questions answered
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
card-endorsed = Endorsed by the focal point
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
problem-at = { $field } – { $problem }
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
problem-unfinished = This section was kept as unfinished: finish it first
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
error-409 = This is not possible now
error-409-text = Nothing of yours was lost. Open the page again to see how things stand now.
error-410 = This is not public now
error-410-text = Others like it may be found by search.
error-413 = That was too large
error-413-text = More was sent at once than is taken. Send less, or smaller files, and try again.
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
error-507 = There is no room left
error-507-text = What you sent could not be kept, and nothing of it was kept by half. What you saved before is still there. The operator has to make room; please try again later.
signed-out-title = You are signed out
signed-out-kept = What you typed is not lost: it is kept on this page, and nowhere else. Leave the page open until it is sent.
signed-out-sign-in = Sign in (opens a new tab)
signed-out-come-back = Then come back to this page.
signed-out-choose = Choose the files again: they cannot be kept on this page.
signed-out-press = Press “Send again”.
signed-out-file = Choose again: { $files }
signed-out-secrets = Passwords are not kept. Type them again when you are asked for them.
signed-out-send = Send again
signed-out-typed = What you typed
signed-out-copy = Here you can copy your texts, to keep them elsewhere too.
signed-out-text = Text { $number }

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
interest-field-purpose = What are you interested in?
interest-purpose-hint = Choose one or more forms of cooperation.
interest-purpose-sought = The listing seeks { $names }. You may choose others too.
interest-field-message = Your message
interest-message-hint = Say what you need, at which scale, and what you want to know first. At most 8,000 characters.
interest-field-country = Country of intended use
interest-field-site = Site
interest-site-hint = For example a plant, a park or a town.
interest-field-budget = Budget
interest-budget-hint = For example USD 2–5 million, or “not yet fixed”.
interest-field-timetable = Timetable
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
interest-field-body = Message
interest-reply-hint = The other side is told by mail. You can change a message for five minutes; **bold**, lists and links work as in Markdown.
interest-reply-send = Send message
interest-closed = This exchange has ended, so no more messages can be sent.
interest-viewer = You read this as a viewer. Owners and editors of your organisation can answer.
interest-where = Where it stands
interest-contacts = Contacts
interest-agreed = What was agreed
interest-field-kind = Form of cooperation
interest-field-value = Value
interest-agreement-value-hint = Leave empty if no money is involved.
interest-agreement-starts-hint = Not before { $day }, when interest was expressed.
interest-field-currency = Currency
interest-field-starts = Start
interest-agreed-parties = Parties
interest-field-further = Further parties
interest-further-hint = Optional. { $sender } and { $receiver } are recorded as they are called today. Name here who else takes part, such as a bank or an engineering office. Only both sides read it.
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
label-gen = Global Ecolabelling Network
label-gen-member = member
label-unknown = not known
label-check = How to check a certificate
label-check-site = Look its number up on the website of the scheme, or ask { $body }. Compare holder, product and last day with what is written here.
label-check-body = No public register of this scheme is known. Ask { $body } with the number, the holder and the product.
label-check-here = What a moderator of this site has checked says so, with name and day.
label-state-claimed = Its owner says so; nobody has looked at it.
label-state-document-uploaded = Its owner has provided a document; nobody has looked at it yet.
label-state-verified = A moderator has compared it with its document or looked it up at its scheme. It holds.
label-state-expiring = It holds, and its last day is near.
label-state-refused = A moderator looked at it and could not verify it. It counts as no label here.
label-state-expired = Its last day is over. It counts no more.
label-state-revoked = It was taken back before its last day. It counts no more.
label-state-superseded = A newer certificate for the same product has taken its place.
label-reason = Why:
label-looked-up = How it was checked:
label-says = What it says
label-not-said = not said
label-statement = What was verified
label-worth-while-valid = While it was valid, this is what it was worth:
label-held-by = Entered by
label-used-in = Offers that rest on it
label-used-nowhere = No public offer names it now.
label-without = No scheme of their own is known for: { $countries }. A survey of government initiatives in ASEAN+3 (Asian Institute of Technology, 2016, in ERIA, 2022) found none in Brunei Darussalam, Cambodia, Lao PDR and Myanmar. Labels of other countries can be claimed there all the same.
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
label-since-day = since { $day }
label-source-of = source: { $source }
label-agreement = Agreement
label-holders = Who holds it here
label-holders-none = No valid certificate of this scheme is in the register yet.
label-holders-none-help = A provider enters a certificate in an offer; a moderator verifies it against its document.
label-number = No. { $number }
label-until = valid until { $day }
label-verified-by = verified by { $name } on { $date }
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
label-worth-limited = Recognised for some products: { $groups }
label-worth-none = No agreement known
label-matrix = All schemes and countries
label-matrix-help = Own: the scheme belongs to that country. Recognised: a scheme of that country recognises it, or only for the product groups that are named. On a small screen the table can be moved sideways.
label-cell-direct = Own
label-cell-recognised = Recognised
label-cell-limited = For some products: { $groups }
label-recognition-source = Recognition is a statement of agreements between schemes. Ask the buyer's body before you rely on it for a certain product.
label-mail-verified = Your certificate is verified: { $name }
label-mail-verified-text = A moderator has checked { $name } against its document and its scheme. Its badge now stands on your listings for as long as it is valid.
label-mail-refused = Your certificate could not be verified: { $name }
label-mail-refused-text = A moderator looked at { $name } and could not verify it. No badge is shown for it. The reason is below; you can correct the claim in your listing and hand it in again.
label-mail-revoked = Your certificate was revoked: { $name }
label-mail-revoked-text = A moderator has noted that { $name } no longer holds. Its badge has gone from your listings. The reason is below; if it is a mistake, correct the claim in your listing and hand it in again.
label-mail-ends = { $n ->
    [0] Your certificate ends today: { $name }
    [one] Your certificate ends tomorrow: { $name }
   *[other] Your certificate ends in { $n } days: { $name }
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
interest-due = { $over ->
    [true] The answer was due by { $moment } ({ $ago }); without one it lapses after { $lapses }.
   *[other] The answer is due by { $moment } ({ $ago }).
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
interest-none-state = None of this kind
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
interest-problem-starts-early = An agreement cannot begin before the day on which interest was expressed
interest-problem-starts-late = Give a day within the next ten years
interest-what-next = What you can do now
interest-not-done = This was not done.
interest-unsent = What you wrote:
interest-refused-state = It is now in the state “{ $state }”, in which this is not possible. Below you see how things stand.
interest-refused-messages = It is now in the state “{ $state }”, in which no messages are taken.
interest-refused-side = It is for the other side to do this.
interest-refused-listing = The listing does not take interest at the moment.
interest-refused-closed = This request closed on { $moment } and takes no more expressions of interest.
interest-refused-outcome = The outcome of this request is known, and it takes no more expressions of interest.
interest-refused-paused = The listing is paused and takes no interest until its owner resumes it.
interest-refused-expired = The listing has expired and takes no interest unless its owner renews it.
interest-refused-withdrawn = The listing was withdrawn and takes no more interest.
interest-next-closed = No answer came in time, and it cannot be opened again now. { $why }
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
}: { $title } ({ $reference })
interest-mail-due = { $over ->
    [true] Your answer to { $organisation } is overdue
   *[other] { $organisation } waits for your answer
}: { $title } ({ $reference })
interest-mail-due-text = { $over ->
    [true] The answer was due by { $due }. Without one it lapses after { $lapses }, which counts as not answered.
   *[other] The answer is due by { $due }. Begin the discussion, or decline with a reason. Without an answer it lapses after { $lapses }.
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
label-mail-ends-text = The last day of { $name } is { $day }. After that day its badge goes from your listings by itself. If it was renewed, enter the new one in your listing.
label-mail-waits = Your certificate waits to be verified again: { $name }
label-mail-waits-text = A listing that was approved or handed in says something else of { $name } than what was looked at before. A moderator looks at it again; until then it counts as claimed and no badge is shown for it.
label-mail-open = Open your workspace
label-mail-why = You get this because your organisation holds this certificate on Greenbridge.
register-title = Administration
register-lead = Keywords, label schemes, recognitions and public holidays as everybody sees them. Each change stands in the log with who made it, when, and what it said before.
register-registers = Registers
register-log = Log of changes
register-all-keyword = Keywords
register-all-scheme = Label schemes
register-all-recognition = Recognitions
register-all-holiday = Public holidays
register-one-keyword = Keyword
register-one-scheme = Label scheme
register-one-recognition = Recognition
register-one-holiday = Public holiday
register-add-keyword = Add a keyword
register-add-scheme = Add a label scheme
register-add-recognition = Add a recognition
register-add-holiday = Add a holiday
register-over-keyword = retired
register-over-scheme = retired
register-over-recognition = ended
register-over-holiday = does not hold
register-none = None
register-save = Save
register-back = Back without saving
register-conflict = Somebody else has changed this entry
register-conflict-help = Below is what was saved meanwhile where it differs from what you typed. Your words are still in the form; saving again takes them.
register-name-in = Name ({ $language })
register-field-code = Code
register-field-theme = Theme
register-field-search = Search words
register-field-retired = Retired
register-field-country = Country
register-field-body = Body
register-field-iso-type = ISO type
register-field-gen = Member of the Global Ecolabelling Network (GEN)
register-field-genices = Takes part in GENICES
register-field-since = Since
register-field-valid-months = Months for which a certificate is valid
register-field-website = Website
register-field-local-name = Name in the country's own language
register-field-note = Note
register-field-source = Source
register-field-dated = Date of the source
register-field-confidence = How it is known
register-field-scheme = Scheme whose certificates are recognised
register-field-recognised-by = Scheme that recognises them
register-field-kind = Kind of agreement
register-field-date = Day
register-field-day = What kind of day
register-field-ended = Ended
register-field-limited = Only for some product groups
register-field-scope-en = Covers (English)
register-field-scope-zh = Covers (Chinese)
register-field-agreement-en = Agreement (English)
register-field-agreement-zh = Agreement (Chinese)
register-hint-code = Capital letters, digits and hyphens, such as WAT-IND or TH-TGL. It never changes.
register-hint-search = Other words by which people look for it, in any language, with a vertical bar between them.
register-hint-since = A year or a day, such as 2007 or 2024-11-20.
register-hint-ended = A year or a day; empty while it holds. From then on labels no longer count there.
register-hint-limited = Then it counts only for certificates whose product group or product names one of the groups below. Put commas between them.
register-hint-dated = The year or day of the source, or on which it was read.
register-hint-retired = It stays readable and can be found, and can no longer be chosen.
register-hint-source = Where it is written: an address, a document, an announcement.
register-choice-bilateral = Between two
register-choice-multilateral = Between several
register-choice-seen = The source was read
register-choice-background = From general knowledge
register-choice-yes = Yes
register-choice-holiday = Not worked
register-choice-working = Worked, although it falls on a weekend
register-problem-day = Give a year or a day, such as 2007 or 2024-11-20.
register-problem-future = This day has not come yet.
register-problem-itself = A scheme cannot recognise itself.
register-problem-code = Use 3 to 30 capital letters, digits and hyphens.
register-problem-taken = This code is in use.
register-problem-name-taken = Another entry has this name. Give one by which it can be told from that.
register-problem-ended-early = It cannot end before it begins. Give a later day than that of “Since”.
register-problem-day-taken = This country has an entry for this day already. Change that one.
register-seek = Search
register-seek-hint = Part of a code, a name or a country, such as VN-2026.
register-seek-do = Search
register-seek-none = Nothing is found
register-seek-all = Show all
register-log-subject = Entry
register-log-hint = Part of a register and code, such as keyword/WAT-IND.
register-log-search = Search the log
register-log-none = No change is noted
register-log-field = Field
register-log-before = Before
register-log-after = After

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
review-certificate-elsewhere = The register says something else of this certificate, and public pages show what it says. This revision does not change that. Decide on it in the queue of certificates.
review-certificate-reason = Reason, if it is refused
review-certificate-reason-or-place = Reason, if it is refused; where it was looked up, if it is verified
review-certificate-why = Give a reason
review-certificate-why-revoke = Why it no longer holds
review-certificate-verify = Verify
review-certificate-refuse = Refuse
review-certificate-revoke = Revoke
review-certificate-over = Its last day is over, so it cannot be verified.
review-certificate-moved = This certificate was changed or decided in the meantime, or its last day is over. Open it again to see how it stands.
review-certificate-needs-reason = Say why it is revoked; the owner reads it.
review-certificate-needs-refusal = Say why it is refused; the owner reads it.
review-certificate-needs-place = There is no document. Say where you looked it up, such as the register of its scheme; the owner reads it.
review-hint-same-number = { $organisation } has entered a certificate of this scheme with the same number.
review-hint-too-long = Its dates span more than the { $n } months for which this scheme's certificates are valid.
review-hint-not-issued = Its day of issue lies in the future.
review-hint-no-end = It says no last day, though this scheme's certificates end after { $n } months.
review-hint-other-holder = The holder on it is not the name of the organisation.
review-certificates-lead = Certificates that nobody has looked at yet; those with a document come first.
review-certificates-show-waiting = Waiting
review-certificates-show-verified = Verified
review-certificates-show-refused = Not accepted or ended
review-certificates-none = No certificate waits
review-certificates-none-help = Certificates appear here when a provider claims one in an offer.
review-certificates-none-here = No certificate is in this state
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
review-certificate-decided = Decided
review-certificate-decided-by = { $name }, { $date }
review-content = As the public will see it
review-content-help = All that was handed in, field by field. Names of codes are in your language; texts are in the language in which they were written.
review-not-given = Not given
review-whole = The listing as a whole
review-reason-whole = Reason for the whole listing
review-reason-whole-hint = Needed when you reject, unless a field says why. The author reads it in the mail and in the workspace.
review-ask = Ask for a change here
review-reason-label = What should change
review-reason-hint = The author reads this above the form of the field, and in a mail.
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
review-field-patent-classes = Patent classes
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
review-field-questions-until = Questions until
review-field-answers-until = Answers until
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
notice-certificate-revoked = Revoked. The badge has gone and the owner has been told.
notice-register-saved = Saved. Pages and search follow within seconds.
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

## Listings: the editor
listing-new-title = Post a listing
listing-new-kind = What do you want to post?
listing-new-offer = An offer
listing-new-offer-hint = A technology or solution that you provide, with its figures and proof
listing-new-request = A request
listing-new-request-hint = A need or a problem that you want solved
listing-new-language = Language you write in
listing-new-language-hint = The original language of the texts. Others can be added later.
listing-new-begin = Begin
listing-leave = Leave without saving
listing-crumbs = Path
listing-write-in = Write in { $language }, the original language of this listing.
listing-position = Section { $n } of { $of }
listing-save = Save
listing-save-next = Save and go on
listing-save-list = Save and return to the list
listing-save-stay = Save and stay
listing-save-check = Save and check
listing-back-list = Back to the list
listing-choose = Choose
listing-none = None
listing-numbers = Numbers may be written as 1234.5, 1,234.5, 1.234,5 or 1 234,5. Instead of 1,234 write 1234, so that nobody takes it for one and a bit.
listing-all-industries = All industries
listing-all-patent-classes = All climate classes of patents
listing-all-sdgs = All 17 goals
listing-all-eleven = All eleven countries
listing-another-country = Another country
listing-change-is = Change:
listing-change-later = computed when you save
listing-change-link = Change
listing-add-link = Add
listing-nothing = Nothing given
listing-payback-is = Simple payback: { $months }
listing-range-from = from { $amount }
listing-range-to = up to { $amount }
listing-valid-until = valid until { $day }
listing-removed-percent = { $percent } % removed
listing-benefits-help = One row for each effect: what it was before, and what was achieved. The change is computed for you.
listing-benefits-more = Audit and type of measure
listing-benefits-output = Output and time of measurement
listing-benefits-output-help = What was produced over the same time, in the product named above. From it the intensity is computed: how much goes into one unit of product, before and after.
listing-intensity-is = Intensity:
listing-intensity = { $before } → { $after } { $unit } for each { $product } ({ $change })
listing-performance-help = What was measured at the inlet and at the outlet. Removal is computed where both are known.
listing-performance-removal = Removal as it was reported, if one of the two is not known
listing-certificates-help = The mark is shown after a moderator has checked the certificate. Upload its document under “Files” first, then choose it here.
listing-add-benefit = Add another benefit
listing-add-performance = Add another measurement
listing-add-treatment = Add another step
listing-add-reference = Add another project
listing-treatments-help = For technologies that are a chain of steps, such as the treatment of water: the steps in the order in which they are passed. Leave it empty otherwise.
listing-references-help = Where it already runs. A project that can be visited persuades more than any figure.
listing-add-certificate = Add another certificate
listing-certificates-differs = This says something else of the certificate than what was verified. If it was renewed, that is right: once the listing is approved, the certificate waits to be verified again, and its badge goes until then.
listing-certificates-registered = See what was verified
listing-certificates-statement = For a statement of verification (ETV, ISO 14034)
listing-add-requirement = Add another requirement
listing-remove-row = Remove { $row } { $n }
listing-rows-kept = Adding or removing a row keeps what you typed; it is stored when you save.
listing-request-lead = Say what the problem is. Everything below the first part is optional and can be added later.
listing-request-optional = More about it
listing-request-optional-text = Each of these helps providers to answer. None is needed.
listing-request-time = Budget and time
listing-request-questions = Deadlines for questions and answers
listing-request-questions-help = Others may ask you in public until the closing. With these you set an earlier end, so that everybody has time to use your answers.
listing-requirements-title = Requirements
listing-requirements-help = At most 20, in words or measurable, such as “COD at most 50 mg/L”.
listing-language-lead = The original is in { $original }. What is left empty is shown from the original.
listing-language-original = Show the original
listing-language-remove = Remove the texts in this language
listing-language-remove-hint = They are deleted when you save. The original stays.
listing-languages-lead = Readers see the texts in their own language, else in English, else in the original.
listing-language-is-original = Original
listing-language-none = Not there
listing-language-part = { $given } of { $of } texts
listing-language-whole = Complete
listing-conflict-title = Somebody else has saved this section
listing-conflict-text = Nothing of yours is lost: it stands in the form below. Compare, change what you like, and save again to keep yours.
listing-conflict-same = What was saved says the same as yours. Save again to go on.
listing-conflict-field = Field
listing-conflict-theirs = Saved by somebody else
listing-conflict-yours = Yours
listing-conflict-drop = Take theirs and drop mine
listing-conflict-unfinished = They have kept what they typed as unfinished; you see it when you take theirs.
listing-unfinished-offer = Do you still have to ask somebody? What you typed can be kept as it stands, for you and your colleagues. The listing can be sent to review once it is finished.
listing-unfinished-keep = Save as unfinished
listing-unfinished-here = This section is unfinished. Below it stands as it was typed; previews still show what was saved before.
listing-unfinished-drop = Throw away what is unfinished
listing-unfinished-drop-says = What was typed here is lost for you and your colleagues. The section stands again as it was saved before.
listing-unfinished-drop-now = Throw it away
listing-refused-state = This cannot be done while the listing is in the state “{ $status }”.
listing-refused-stale = The listing was changed in the meantime. Open it again to see how it stands.
listing-refused-content = Something in the listing is not right. Check your answers.
listing-tasks-ready = Everything that is needed is there. More figures and proof make it stronger.
listing-tasks-left = { $n ->
    [one] One section is left to do
   *[other] { $n } sections are left to do
} before it can be sent to review. You can leave and come back at any time.
listing-under-review = It has been sent to review and cannot be changed until it is decided or taken back.
listing-see-answers = See what was sent
listing-see-public = See it as the public does
listing-ready = Ready
listing-not-ready = Not yet
listing-manage = This listing
listing-accepts = Others can express interest.
listing-accepts-not = Others cannot express interest now.
listing-act-take-back = Take back from review
listing-act-renew = Renew for a year
listing-act-accept = Accept interest
listing-act-accept-not = Stop accepting interest
listing-act-pause = Pause
listing-act-pause-hint = It leaves search until you resume it. Nothing is lost.
listing-act-resume = Resume
listing-act-archive = Archive
listing-archive-title = Archive this listing?
listing-archive-says = It leaves search and its page at once, and a submission that waits for review is withdrawn. It cannot be brought back; you keep it in your list to read.
listing-archive-keep = Keep it
listing-check-title = Check your answers
listing-check-missing = { $n ->
    [one] One thing is still missing
   *[other] { $n } things are still missing
}
listing-submit-says = A moderator reads it and answers by mail, usually within a few working days. Until then it cannot be changed; you can take it back.
listing-submit = Send to review
listing-nothing-new = Nothing has been changed since it was published.
listing-asked-here = A moderator asks here
listing-asked-changes = A moderator asks for changes
listing-asked-rejected = A moderator has refused this listing
listing-files-lead = Pictures, documents and videos, at most { $files }. Pictures and documents of up to { $mb } MB, videos of up to { $video } MB.
listing-files-none = No files yet
listing-files-none-text = A picture of the technology and a test report help readers to believe the figures.
listing-files-used = Your organisation uses { $used } of { $of }
listing-file-add = Add files
listing-file-upload = Upload
listing-file-taken = It is there.
listing-file-elsewhere = lies elsewhere
listing-link-add = Add a link to a video
listing-link-save = Add the link
listing-upload-doing = Uploading
listing-upload-failed = The connection broke off. What you typed is still here. Trying again …
listing-file-describe = Change caption and who may open it
listing-file-remove = Remove
listing-file-remove-says = It is taken out of your draft, and no claim rests on it any more. If it was published, it stays there until your changes are approved.
listing-file-remove-now = Remove the file
listing-size-kb = { $n } kB
listing-size-mb = { $n } MB
listing-group-about = What it is
listing-group-terms = How to work together
listing-group-proof = What it proves
listing-group-more = For more readers
listing-group-send = Send
listing-section-texts = Title and texts
listing-section-themes = Themes, keywords and industries
listing-section-treatments = Treatment steps
listing-section-readiness = Readiness
listing-section-ip = Intellectual property
listing-section-cooperation = Cooperation and partner sought
listing-section-countries = Countries
listing-section-cost = Cost and saving
listing-section-benefits = Benefits
listing-section-performance = Measured performance
listing-section-references = Demonstration projects
listing-section-certificates = Eco-labels and certificates
listing-section-request = Your request
listing-section-files = Pictures and files
listing-section-languages = Other languages
listing-standing-done = Done
listing-standing-todo = To do
listing-standing-optional = Optional
listing-standing-error = There is a problem
listing-standing-unfinished = To finish
listing-field-of-row = { $row } { $n }, { $field }
listing-row-benefits = Benefit
listing-row-performance = Measurement
listing-row-treatments = Step
listing-row-references = Project
listing-row-certificates = Certificate
listing-row-requirements = Requirement
listing-visibility-public = Everybody
listing-visibility-after-acceptance = After an expression of interest is accepted
listing-visibility-after-nda = After a non-disclosure agreement
listing-file-kind-image = Picture
listing-file-kind-report = Report
listing-file-kind-video = Video
listing-file-kind-certificate = Certificate
listing-comparator-at-most = at most
listing-comparator-at-least = at least
listing-comparator-equal = exactly
listing-importance-essential = Essential
listing-importance-desirable = Desirable
listing-answer-capital-from = Capital cost
listing-answer-operating-from = Operating cost
listing-answer-budget-from = Budget
listing-field-title = Title
listing-field-summary = Summary
listing-field-description = Description
listing-field-advantages = Advantages
listing-field-background = Background
listing-field-partner-role = Role of the partner
listing-field-themes = Themes
listing-field-keywords = Keywords
listing-field-industries = Industries served
listing-field-sdgs = Sustainable Development Goals
listing-field-readiness = Technology readiness level
listing-field-ip = State of intellectual property
listing-field-patents = Patent numbers
listing-field-patent-classes = Patent classes (CPC)
listing-field-cooperation = Cooperation sought
listing-field-partner-sectors = Sector of the partner
listing-field-partner-sizes = Size of the partner
listing-field-offered-to = Offered to
listing-field-developed-in = Developed in
listing-field-deployed-in = Already running in
listing-field-currency = Currency
listing-field-capital-from = Capital cost, from
listing-field-capital-to = Capital cost, to
listing-field-operating-from = Operating cost, from
listing-field-operating-to = Operating cost, to
listing-field-basis = What the amounts are for
listing-field-annual-saving = Saving a year
listing-field-payback = Simple payback
listing-field-note = More about the cost
listing-field-benefits = Benefits
listing-field-benefits-indicator = Indicator
listing-field-benefits-baseline = Before
listing-field-benefits-achieved = Achieved
listing-field-benefits-unit = Unit
listing-field-benefits-basis = Counted over
listing-field-benefits-product = Product
listing-field-benefits-baseline-year = Year before
listing-field-benefits-period = Measured over
listing-field-benefits-output-baseline = Output before
listing-field-benefits-output-achieved = Output after
listing-field-benefits-evidence-note = What the evidence is
listing-field-benefits-document = Document
listing-field-benefits-audit = Audit of the site
listing-field-benefits-option-class = Class of measure
listing-field-benefits-option-type = Type of measure
listing-field-performance = Measured performance
listing-field-performance-parameter = Parameter
listing-field-performance-influent = Inlet
listing-field-performance-influent-flag = Limit of the inlet value
listing-field-performance-effluent = Outlet
listing-field-performance-effluent-flag = Limit of the outlet value
listing-field-performance-removal = Removal, %
listing-field-performance-removal-flag = Limit of the removal
listing-field-performance-unit = Unit
listing-field-performance-statistic = Statistic
listing-field-performance-scale = Scale
listing-field-performance-document = Document
listing-field-treatments = Treatment steps
listing-field-treatments-step = Step
listing-field-references = Demonstration projects
listing-field-references-site = Site
listing-field-references-country = Country
listing-field-references-year = Year of start
listing-field-references-scale = Scale
listing-field-references-result = Result
listing-field-references-contact = A contact is given on request
listing-field-performance-conditions = Conditions
listing-field-certificates = Certificates
listing-field-certificates-scheme = Label scheme
listing-field-certificates-number = Number
listing-field-certificates-holder = Holder
listing-field-certificates-product = Product
listing-field-certificates-product-group = Product group
listing-field-certificates-criteria = Criteria document and version
listing-field-certificates-issued = Issued
listing-field-certificates-valid-until = Valid until
listing-field-certificates-document = Document
listing-field-certificates-verifier = Verification body
listing-field-certificates-verified = What was verified
listing-field-requirements = Requirements
listing-field-requirements-text = In words
listing-field-requirements-importance = Weight
listing-field-requirements-parameter = Parameter
listing-field-requirements-comparator = Limit
listing-field-requirements-value = Value
listing-field-requirements-unit = Unit
listing-field-site = Site
listing-field-country = Country of the site
listing-field-budget-from = Budget, from
listing-field-budget-to = Budget, to
listing-field-timetable = Timetable
listing-field-closes = Closing day
listing-field-closes-time = Closing time
listing-field-questions-until = Questions until, day
listing-field-questions-until-time = Questions until, time
listing-field-answers-until = Answers until, day
listing-field-answers-until-time = Answers until, time
listing-field-zone = Time zone
listing-field-file = Files to upload
listing-field-files = Files
listing-field-link = Address of the video
listing-field-link-caption = Caption of the link
listing-field-link-visibility = Who may see the link
listing-field-caption = Caption
listing-field-visibility = Who may open it
listing-field-kind = What the document is
listing-field-language = Language
listing-hint-title = Name the technology and what it is for. At most 120 characters.
listing-hint-request-title = Name the need in a few words. At most 120 characters.
listing-hint-summary = Two or three sentences for the list of results: what it does, for whom, with which figure. At most 500 characters.
listing-hint-request-summary = What is the problem, how large is it, and what would be a good result? At most 500 characters.
listing-hint-description = How it works, what it needs, where it does not fit. Markdown: **bold**, lists with -, headings with #. At most 8,000 characters.
listing-hint-request-description = What is there today, flows and figures, limits to be met. At most 8,000 characters.
listing-hint-advantages = What is better than the usual way, with figures. At most 2,000 characters.
listing-hint-background = What led to the need. At most 2,000 characters.
listing-hint-partner-role = What the partner does: builds, runs, sells, invests. At most 2,000 characters.
listing-hint-themes = At least one.
listing-hint-keywords = At most five. They are found in every language.
listing-hint-readiness = Choose the level that a visitor would see proven today.
listing-hint-patents = One a line, with the country code, such as CN 000117482 B.
listing-hint-patent-classes = Only if there are patents: the climate classes of the Cooperative Patent Classification that they are in. They stand on the patent document.
listing-hint-cooperation = At least one.
listing-hint-request-cooperation = How you would like to work with a provider.
listing-hint-offered-to = Where you would deliver. At least one country.
listing-hint-basis = For example: one plant of 4,000 m³/d; operating cost per m³ treated.
listing-hint-annual-saving = At the reference site. With the lower capital cost it gives the payback.
listing-hint-benefits-product = Only when counted per unit of product, such as tonne of fabric.
listing-hint-benefits-period = For example: 12 months of 2025.
listing-hint-benefits-evidence-note = For example: water balance of 12 months from sealed meters.
listing-hint-benefits-document = A report or measurement protocol among the files of this listing. With it the claim counts as documented.
listing-hint-performance-document = A report or measurement protocol among the files of this listing. With it the claim counts as documented.
listing-hint-certificates-verified = One performance claim a line, with its conditions: removal of COD 92 to 96 % at 40 to 60 m³/d and 25 °C.
listing-hint-references-scale = For example: 4,000 m³/d.
listing-hint-references-result = What was reached, with figures where there are some.
listing-hint-performance-parameter = Type and choose, such as COD or arsenic.
listing-hint-performance-influent = < below, > above, ~ about, ND not detected
listing-hint-performance-conditions = For example: 38 °C, flux 16 L/(m²·h), 12 months.
listing-hint-closes-time = Empty means the end of the day.
listing-hint-file = JPEG, PNG, WebP, GIF or PDF of up to { $mb } MB, MP4 or WebM of up to { $video } MB. You can choose several. Place and camera are taken out of pictures.
listing-hint-link = The whole address of the page with the video. It is shown as a link; nothing is loaded from there.
listing-hint-questions-until-time = Empty means the end of the day.
listing-hint-answers-until-time = Empty means the end of the day.
listing-hint-caption = Say what can be seen; it is read to people who cannot see the picture.
listing-hint-kind = Only for PDF documents.
problem-number-ambiguous = This can be read in two ways. Write 1234 for one thousand two hundred thirty-four, or 1.2340 for one and a bit
problem-unknown-parameter = Choose a parameter of the list, such as Chemical oxygen demand (COD)
problem-evidence-no-claim = Choose at least one claim
problem-evidence-changed = A claim has changed since the page was drawn. Look at it again and choose anew
problem-evidence-undocumented = A claim without a document or source cannot be raised
problem-certificate-twice = This certificate is already there
problem-certificate-year = Give a day between 1950 and 2200
problem-not-issued-yet = This day is still to come. A certificate counts from its issue
problem-not-time = Give a time such as 17:00
problem-no-such-time = The clocks of this zone skip this time. Choose another
problem-after-closing = This lies after the closing
problem-answers-before-questions = Answers cannot end before questions do
problem-closing-over = This moment is over. Choose one to come
problem-unknown-unit = Choose a unit of the list, such as mg/L
problem-unit-of-another-parameter = This unit does not fit the parameter
problem-ends-before-it-begins = The last day lies before the day of issue
problem-no-statement = Only statements of verification (ISO 14034) say this. Choose that scheme, or empty the field
problem-output-not-positive = The output must be above 0
problem-output-of-a-unit = Per unit of product or per m³ the intensity is the value itself. Empty this field, or choose another basis
problem-negative = This cannot be below zero
problem-range-turned = This is less than the lower end
problem-unit-of-another-dimension = This unit does not fit the indicator
problem-baseline-not-positive = The value before must be above zero
problem-achieved-worse = This is worse than before. Check both values
problem-removal-above-100 = More than 100 % cannot be removed
problem-removal-differs = Inlet and outlet give another removal. Leave this empty, and it is computed
problem-outlet-far-above = This is more than 1,000 times the inlet. Check both values and the unit
problem-file-kind = This kind of file is not taken. Choose a JPEG, PNG, WebP or GIF picture, a PDF document or an MP4 or WebM video
problem-file-broken = This picture cannot be read. Save it again as JPEG or PNG and try once more
problem-file-pixels = This picture has more than 40 million pixels. Make it smaller and try once more
problem-file-empty = There is nothing in this file. Choose another one
problem-file-large = This file has more than { $n } MB. Make it smaller and try again
problem-file-large-video = This video has more than { $n } MB. Make it smaller, or give a link to it
problem-file-count = A listing has at most 20 files. Remove one to add another
problem-file-quota = Your organisation has no room left in its { $n } MB for this file. Remove files that are no longer needed
problem-file-harmful = The virus scanner found something harmful in this file. It was not kept
problem-file-unchecked = Files cannot be looked through for viruses just now, so none is taken. What you typed is still here. Please try again later
problem-file-full = There is no room left for files on the server. The file was not kept, and the operator was told. Please try again later
problem-file-away = The file could not be kept just now. What you typed is still here. Please try again in a few minutes
problem-form-large = More than { $n } MB was sent at once, so nothing was taken. Choose fewer or smaller files
problem-video-link = Give the whole address, beginning with https://
notice-listing-saved = Saved. You can leave and come back at any time.
notice-listing-unfinished-kept = Kept as unfinished. You and your colleagues find it here; the listing cannot be sent to review before it is finished.
notice-listing-unfinished-dropped = What was unfinished is thrown away. The section stands as it was saved before.
notice-listing-submitted = Sent to review. You will get a mail when it is decided.
notice-listing-taken-back = Taken back from review. You can change it again.
notice-listing-paused = Paused. It is out of search until you resume it.
notice-listing-resumed = Resumed. It is public again.
notice-listing-renewed = Renewed for a year.
notice-listing-accepting = Others can express interest again.
notice-listing-not-accepting = Others can no longer express interest.
notice-listing-archived = Archived.
notice-listing-file-added = The file is there.
notice-listing-files-added = The files are there.
notice-listing-file-linked = The link is there.
notice-listing-file-removed = The file was removed.
## Workspace
workspace-title = Workspace
workspace-role-owner = you are owner
workspace-role-editor = you are editor
workspace-role-viewer = you are viewer
workspace-tile-published = published
workspace-tile-drafts = drafts
workspace-tile-review = in review
workspace-tile-changes = to be mended
workspace-waiting = Waiting for you
workspace-listings = My listings
workspace-all = { $n ->
    [one] See the list with { $n } listing
   *[other] See all { $n } listings
}
workspace-untitled = Without a title yet
workspace-column-title = Title
workspace-column-state = State
workspace-changed = Changed
workspace-until = Valid until
workspace-has-draft = Unsent changes
workspace-ends = ends { $when } · { $day }
workspace-ended = ended on { $when }
workspace-renew = Renew
workspace-empty = No listings yet
workspace-empty-text = Post what you offer or what you need. You can save and come back at any time; nothing is public before a moderator has read it.
workspace-empty-state = None in this state
workspace-empty-state-text = Your other listings are in other states.
workspace-show-all = Show all
workspace-any-state = Any state
workspace-filter = Show
workspace-found = { $n ->
    [0] No listings of { $who }
    [one] { $n } listing of { $who }
   *[other] { $n } listings of { $who }
}
workspace-drop-filter = Remove the filter { $filter }
workspace-pages = Pages
workspace-page = Page { $n } of { $of }
workspace-previous = Previous
workspace-next = Next

## Accounts
accounts-sign-up = Create an account
accounts-sign-up-lead = For offers, requests and expressions of interest. Searching and reading need no account.
accounts-sign-up-do = Create the account
accounts-have-one = You have an account already?
accounts-field-name = Your name
accounts-name-hint = As partners should address you
accounts-name-characters = Use letters, marks and spaces only
accounts-field-email = E-mail address
accounts-email-hint = Your address at work; it is never shown on public pages
accounts-field-password = Password
accounts-field-new-password = New password
accounts-field-current = Present password
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
accounts-field-locale = Language
accounts-locale-hint = Of pages and mails
accounts-field-time-zone = Time zone
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
organisations-field-name = Name
organisations-name-hint = As it is known
organisations-field-legal-name = Legal name
organisations-legal-name-hint = As it stands in the register
organisations-field-country = Country
organisations-field-registration-number = Registration number
organisations-field-sector = Sector
organisations-field-size = Size
organisations-field-website = Website
organisations-website-hint = It begins with https://
organisations-field-description = Description
organisations-description-hint = What you do and what you are looking for, at most 3,000 characters. Do not put contact details here.
organisations-field-email-domains = E-mail domains
organisations-domains-hint = Those of your members' addresses, with commas between them. They help whoever verifies you and are not shown in public.
organisations-domain-wrong = Give domains such as example.org
organisations-characters = Use letters, marks and spaces only
organisations-focal = Focal point for
organisations-answers = Answers to interest
organisations-answers-days = { $n ->
    [0] usually on the same day
    [one] usually within { $n } working day
   *[other] usually within { $n } working days
}
organisations-answers-share = { $share } % of { $received } answered (last two years)
organisations-since = Here since
organisations-choose = Choose
organisations-manage = Manage
organisations-new = Register an organisation
organisations-new-lead = You become its owner and act for it. Colleagues are invited afterwards.
organisations-new-do = Register the organisation
organisations-edit = Edit the profile
organisations-logo = Logo
organisations-logo-of = Logo of { $name }
organisations-logo-none = There is no logo yet; pages show the first sign of the name.
organisations-logo-where = It is shown on the page of the organisation, in the directory and on its listings.
organisations-field-file = Picture
organisations-logo-hint = JPEG, PNG, WebP or GIF, at most { $mb } MB. A square with little margin reads best.
organisations-logo-missing = Choose a picture
organisations-logo-kind = A logo is a picture. Choose a JPEG, PNG, WebP or GIF
organisations-logo-save = Save the logo
organisations-logo-remove = Remove the logo
organisations-logo-back = Back without change
notice-organisations-logo-saved = The logo was saved.
notice-organisations-logo-removed = The logo was removed.
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
organisations-field-reason = Reason
organisations-reason-hint = Needed for a refusal; the owners read it
organisations-decide = Send the decision
organisations-back = Back to the organisation
organisations-members = Members
organisations-members-of = Members of { $name }
organisations-member-since = since { $date }
organisations-roles-text = Owners manage members and the profile, editors manage listings and interest, viewers read.
organisations-field-role = Role
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
show-payback = simple payback, computed
show-removal = Removal
show-original = original
show-change = Change
show-path = You are here
listing-published = published { $day }
listing-valid = valid to { $day }
listing-not-public = Only your organisation and moderators see this page: the listing is { $state }.
listing-by = By
listing-verified = verified organisation
listing-fallback = This listing is not available in { $wanted }. You read it in { $lang }.
listing-languages = Languages
listing-requirements = Requirements
listing-changes = What it changes
listing-performance = Measured performance
listing-labels = Eco-labels and certificates
listing-label-number = Number { $number }
listing-label-until = valid to { $day }
listing-label-verified = verified by Greenbridge on { $day }
listing-label-claimed = Claimed by the organisation and not verified yet
listing-label-worth = What this label is worth in the region
listing-label-elsewhere = No agreement known: { $countries }
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
listing-why = Why
listing-gone-paused = Its owner has paused it. It may come back.
listing-gone-expired = Its time is over. Its owner can renew it.
listing-gone-removed = A moderator has taken it off.
listing-gone-archived = Its owner has withdrawn it.
listing-mine = This is your organisation’s listing.
listing-edit = Edit
listing-no-interest = Its organisation does not take expressions of interest at the moment.
listing-saves = saves { $amount }
listing-gains = gains { $amount }
listing-indicator = Indicator
listing-before = Before
listing-after = After
listing-evidence = Evidence
listing-chart = Chart
listing-chart-words = { $name }: { $before } before, { $after } after
listing-parameter = Parameter
listing-inlet = Inlet
listing-outlet = Outlet
listing-conditions = Conditions
listing-not-detected = not detected
listing-months = { $n ->
    [one] 1 month
   *[other] { $n } months
}
listing-months-range = { $from } to { $to } months
listing-capital = capital cost
listing-operating = operating cost
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

listing-hints = What would help readers
listing-hints-figures = State figures: readers can ask for an effect of at least so many per cent
listing-hints-documents = Put a document behind each figure: then it counts as documented and can be checked
listing-hints-measures = Make a requirement measurable: then offers can be compared with it
listing-hints-languages = Add a language: readers of others see this one instead

## Saving while somebody writes
autosave-pending = Not saved yet
autosave-saved = Draft saved
autosave-wrong = Not saved: something is not right yet
autosave-conflict = Somebody else has saved this section. Save to see both versions; nothing is overwritten before you choose.
autosave-failed = Not saved: no connection, or you were signed out. What you typed stays here.
autosave-out = Not saved: you are signed out. Sign in in another tab and go on writing here. What you typed stays.

## History, preview and removal of a listing
history-title = History: { $title }
history-heading = History
history-lead = What was handed in over time, what was decided, and what each revision changed. Nothing here is ever rewritten.
history-removed = Taken off by a moderator
history-none = Nothing has been handed in yet.
history-revision = Revision { $n }
history-first = The first revision.
history-public = The public sees this one
history-by-import = Brought in by an import
history-before = Before
history-after = After
history-link = History
listing-preview = This is how readers will see what is written so far.
listing-preview-unfinished = What is unfinished stands here as it was saved before: { $sections }.
listing-preview-back = Go on writing
listing-see-preview = Preview
removal-title = Take this listing off
removal-says = It leaves search and feeds at once, its page answers that it is gone, and its owner cannot bring it back. The owner gets your reason by mail.
removal-field-reason = Reason
removal-reason-hint = The owner reads this. Name the rule that it breaks.
removal-submit = Take it off
removal-keep = Keep it
removal-link = Take this listing off
listing-mail-removed = Your listing was taken off: { $title }
listing-mail-removed-text = A moderator has taken “{ $title }” ({ $reference }) off for the reason below. It can no longer be read or found.
listing-mail-help = Read the rules
listing-mail-ends = { $n ->
    [0] Your listing ends today: { $title }
    [one] Your listing ends tomorrow: { $title }
   *[other] Your listing ends in { $n } days: { $title }
}
listing-mail-ends-text = The validity of “{ $title }” ends on { $day }. Look whether it still holds and renew it with one click; then it stays for another year. Nothing is lost if you miss the day: it can be renewed for a year after.
listing-mail-renew = Open and renew
listing-mail-why = You get this because you are an owner or editor of the organisation that posted it.
notice-listing-removed = The listing was taken off and its owner told.

## The evidence of a listing
evidence-title = Evidence: { $title }
evidence-heading = On what the claims rest
evidence-lead = Each claim stands on a step of the evidence ladder. Its owner declares it or puts a document behind it; moderators and the focal point of the country raise it further. The import of a published database compares its figures with that source.
evidence-source = Published source:
evidence-no-claims = This listing claims no figures
evidence-no-claims-help = Benefits and measured performance appear here once the listing states some.
evidence-field-claims = Claims
evidence-field-step = Step that these claims reach
evidence-field-verifier = Who verified or approved
evidence-field-note = What was compared
evidence-verifier-hint = The verifying body and its statement, or the authority or recognition arrangement. Not needed for a check by the platform.
evidence-note-hint = Public. Say which pages of which document bear the figures out.
evidence-document = Document:
evidence-sourced = Rests on the published source.
evidence-undocumented = No document stands behind this claim, so it cannot be raised.
evidence-none-documented = No claim has a document behind it yet, so none can be raised. The owner of the listing can add one.
evidence-raise = Raise the chosen claims
evidence-raise-help = The check holds for the claims exactly as they are now. When a figure or its document changes, the claim falls back until it is checked anew.
evidence-submit = Note the check
evidence-checks = What was checked
evidence-by-import = By the import, which compared the figures with the source that is named; no moderator took part
evidence-mark-checked = Checked by a moderator
evidence-mark-compared = Checked against its published source
evidence-compared-means = The import compared the figures with the source that is named; no moderator has looked at them.
evidence-lapsed = The claims have changed since; this check no longer counts.
evidence-about-many = { $n } claims
evidence-withdraw = Take back
evidence-link = On what the claims rest
evidence-mail-raised = Your claims were checked: { $title }
evidence-mail-raised-text = { $n ->
    [one] A claim of “{ $title }” reached the step “{ $step }”. Its mark is shown with the listing, and search can ask for it.
   *[other] { $n } claims of “{ $title }” reached the step “{ $step }”. Their marks are shown with the listing, and search can ask for them.
}
evidence-mail-open = See the evidence
evidence-mail-why = You get this because you are an owner or editor of the organisation that offers it.
notice-evidence-raised = The check is noted. The marks of the listing follow within a second.
notice-evidence-withdrawn = The check was taken back.

## Requests: questions, addenda, followers, endorsement, outcome
request-closed = Closed { $moment }
request-no-interest = This request is closed and takes no more expressions of interest.
request-times = Times
request-time-closes = Closes
request-time-closed = Closed
request-time-questions = Questions until
request-time-answers = Answers until
request-time-over = over
request-your-time = On your clock: { $moment }
request-outcome = Outcome
request-outcome-day = Decided on
request-outcome-chosen = Chosen
request-outcome-offer = Offer
request-outcome-value = Value
request-endorsed-by = Endorsed by { $name }
request-endorsement = Endorsement
request-endorsement-by = The focal point of { $country } has stood behind this request since { $day }:
request-addenda = Addenda
request-addendum-n = Addendum { $n }
request-postponed = New closing: { $moment }
request-questions = Questions and answers
request-questions-none = No question has been answered yet. Questions appear here with their answers.
request-questions-empty = Nobody has asked yet. You get a mail when somebody does.
request-asked-by = Asked by an organisation from { $country }
request-asked-by-name = Asked by { $name }, { $country }
request-asked-by-you = Asked by your organisation
request-answered-on = Answered on { $day }
request-ask = Ask a question
request-ask-send = Send the question
request-ask-as-member = Questions are asked for an organisation.
request-ask-register = Register yours
request-waiting = { $n ->
    [one] One question waits for an answer
   *[other] { $n } questions wait for an answer
}
request-questions-until = Questions are taken until { $moment }.
request-answers-until = They are answered until { $moment }.
request-answer-help = Your answer is public, together with the question. The public reads the country of the asking organisation, not its name.
request-question-state-open = waits for an answer
request-question-state-answered = answered
request-question-state-declined = declined
request-question-state-removed = taken off
request-answer = Answer in public
request-decline = Decline with a reason
request-take-off = Take this question off
request-field-question = Your question
request-field-reply = Answer, or reason why there is none
request-field-reason = Reason
request-field-text = What changes, or what everybody should know
request-field-sentence = What you say to it (optional)
request-field-closes = New closing day
request-field-closes-time = New closing time
request-field-outcome = How did it end?
request-field-day = Day of the decision
request-field-public = What the public reads
request-field-organisation = Who was chosen
request-field-offer = Number of the offer on Greenbridge
request-field-value = Value
request-field-currency = Currency
request-question-n = Question { $n }
request-question-hint = At most 1,000 characters. It becomes public with its answer; the name of your organisation does not. Leave out e-mail addresses and telephone numbers.
request-reply-hint = An answer has at most 2,000 characters, is public and cannot be changed afterwards. A reason has at most 500 and is read by the asker only.
request-reason-hint = The asker and the owner read it. At most 500 characters.
request-addendum-hint = Markdown: **bold**, lists with -, headings with #. At most 2,000 characters.
request-sentence-hint = At most 500 characters. Shown on the page of the request.
request-public-hint = One or two sentences: what was decided and why. At most 500 characters.
request-offer-hint = Such as TO-VN-2026-00042. The page then leads to it.
request-back = Back to the request
request-addendum-new = Publish an addendum
request-addendum-publish = Publish the addendum
request-addendum-says = An addendum is public at once, is numbered and dated, and can never be changed. Everybody who follows the request, asked a question or has an open expression of interest gets a mail.
request-postpone = Postpone the closing
request-postpone-help = It closes { $moment } now. A later moment holds at once; leave this empty to keep it.
request-endorse = Endorse this request
request-endorse-says = As the focal point of its country you say that this need is real and that your office stands behind it. Your organisation, the day and your sentence are shown on the page of the request. You can take it back.
request-endorse-change = Change the endorsement
request-endorsed-since = Your office has stood behind this request since { $day }.
request-endorsement-own = Change or take back the endorsement
request-endorsement-take-back = Take the endorsement back
request-endorsement-take-back-says = The badge and your sentence leave the page at once. You can endorse again later.
request-outcome-record = Record the outcome
request-outcome-correct = Correct the outcome
request-outcome-hidden = The request is not public now, so the outcome is not either.
request-outcome-expired = The request has expired. Its page shows the public its title, its number and this outcome, and nothing else of it.
request-outcome-kept = This request has expired and is no longer shown. Its outcome stays public.
request-outcome-says = The outcome is public with the request, stays public when the request expires, and ends questions and expressions of interest; those who have answered are told below whether they were chosen. Everybody concerned gets a mail. You can correct it later; what was recorded before stays in the log.
request-outcome-if-chosen = If somebody was chosen
request-outcome-save = Publish the outcome
request-outcome-before = Recorded before
request-outcome-hint-awarded = A contract was given.
request-outcome-hint-pilot = A trial or a demonstration was agreed.
request-outcome-hint-none-suitable = Nothing that was proposed met the need.
request-outcome-hint-cancelled = The need no longer exists, or will be met in another way.
request-follow = Follow this request
request-unfollow = Stop following
request-follow-title = Follow a request
request-follow-help = You get a mail when it has an addendum or an outcome, or is withdrawn.
request-follows-help = You follow this request and get a mail when it has an addendum or an outcome, or is withdrawn.
request-follow-signed-out = Sign in to follow this request
request-archive-says = Everybody who follows this request, asked a question or has an open expression of interest gets a mail once. Open expressions of interest keep their state: answer or end each of them. To say that the need is gone or met, record the outcome instead; the page then stays readable.
request-refused-closed = This request is closed or was taken off, so nothing can be added to it.
request-refused-questions = The time for questions is over.
request-refused-answers = The time for answers is over. You can still decline a question with a reason, or publish an addendum.
request-refused-too-many = { $n } questions of your organisation wait for an answer on this request. Ask again when one of them is answered.
request-refused-suspended = Your organisation is suspended and cannot ask.
request-refused-settled = A colleague has answered or declined this question already. It stands as you see it below.
request-mail-subject = { $news ->
    [asked] A question about your request: { $title }
    [answered] Your question was answered: { $title }
    [declined] Your question will not be answered: { $title }
    [taken_off] Your question was taken off: { $title }
    [addendum] Addendum to a request: { $title }
    [outcome] Outcome of a request: { $title }
    [withdrawn] A request was withdrawn: { $title }
   *[removed] A request was taken off: { $title }
}
request-mail-asked-text = Somebody asks about { $name }. Your answer is public; the question is public once you answer.
request-mail-answered-text = The owner of { $name } has answered your question. Both are public now.
request-mail-declined-text = The owner of { $name } does not answer your question and gives a reason. It stays unpublished.
request-mail-taken-off-text = A moderator took your question about { $name } off and gives a reason.
request-mail-addendum-text = Addendum { $n } to { $name } says:
request-mail-postponed-text = Addendum { $n } to { $name } postpones the closing to { $moment } and says:
request-mail-outcome-text = { $name } has ended: { $outcome }. It takes no more questions and expressions of interest; those already open keep their state.
request-mail-withdrawn-text = { $name } was withdrawn by its owner and can no longer be read. Open expressions of interest keep their state.
request-mail-removed-text = { $name } was taken off by a moderator and can no longer be read. Open expressions of interest keep their state.
request-mail-answer = Answer the question
request-mail-questions = Read the questions
request-mail-read = Read the request
request-mail-interests = Your expressions of interest
request-mail-reminder = How did your request end? { $name }
request-mail-reminder-text = { $name } closed on { $day } and no outcome is recorded. Those who answered want to know, and the public statistics count it. It takes a minute.
request-mail-record = Record the outcome
request-mail-why-owner = You get this because { $organisation }, for which you act on Greenbridge, published this request.
request-mail-why-interest = You get this because your organisation has an open expression of interest in this request.
request-mail-why-asked = You get this because you asked a question about this request.
request-mail-why-follows = You get this because you follow this request on Greenbridge.
request-mail-stop = Stop following this request
notice-request-asked = Your question was sent to the owner of the request. You get a mail with the answer.
notice-request-answered = Your answer is public. The asker was told.
notice-request-declined = Declined. The asker reads your reason; nothing becomes public.
notice-request-question-removed = The question was taken off. The asker is told why.
notice-request-followed = You follow this request now.
notice-request-unfollowed = You no longer follow this request.
notice-request-addendum = The addendum is public. Everybody concerned is told.
notice-request-endorsed = Your endorsement is shown on the page of the request.
notice-request-endorsement-back = The endorsement was taken back.
notice-request-outcome = The outcome is public.
problem-contact-in-text = Leave out e-mail addresses, telephone numbers and messengers. Write a date as 5 December 2026, so that nobody takes it for a number
problem-closing-brought-forward = A closing can only be postponed. Give a later moment than the present one
problem-closing-not-open = This closing cannot be postponed: it is over, or the request has none
problem-day-to-come = This day is still to come
problem-day-before-request = The request was published after this day
problem-nobody-chosen = Only an award or a pilot has this. Leave it empty
problem-unknown-offer = There is no public offer of this number

## Messages, reports and non-disclosure agreements
interest-back = Back to the exchange
interest-field-file = Files
interest-file-hint = At most { $files } files: pictures, PDF documents up to { $mb } MB, MP4 or WebM videos up to { $video } MB. Both organisations can open them.
interest-files-waiting = Files of this message
interest-file-remove = Remove
interest-reply-keep = Keep for later
interest-kept-at = Kept on { $moment }. Only you see it.
interest-autosave-pending = Not kept yet …
interest-autosave-saved = Kept. Only you see it.
interest-autosave-failed = This could not be kept. Press “Keep for later” to see why.
interest-mark-read = Mark as read
interest-asks = Your message holds a way to be reached: { $found }
interest-asks-why = Contacts of both sides open when the interest is accepted. Until then Greenbridge can help only with what is said here: later nobody can show what was agreed elsewhere. You can take it out, or send the message as it is.
interest-send-anyway = Send anyway
interest-edit = Change
interest-edit-title = Change your message
interest-edit-lead = You can do this for five minutes after you sent it, and never after. What you wrote first stays to be read by both sides.
interest-edit-hint = The mail that told of the message is not sent again.
interest-edit-save = Save the change
interest-edit-anyway = Save anyway
interest-edited = changed on { $moment }
interest-earlier = Earlier wording
interest-earlier-until = Until { $moment }
interest-problem-edit-over = The five minutes for a change are over. Write a new message instead
interest-problem-files = A message has at most { $n } files. Send the others with the next one
interest-problem-agree = Tick this to accept
interest-hidden = A moderator has hidden this message: { $reason }
interest-report = Report
interest-reported = You have reported this message to the moderators.
interest-report-title = Report this message
interest-report-lead = Moderators then read this exchange with its files, and decide whether the message stays. The other side is not told who reported it.
interest-report-field-reason = What is wrong with it?
interest-report-hint = For example an insult, a threat, advertising, or a demand for money.
interest-report-send = Report to the moderators
interest-report-state-open = Waits
interest-report-state-kept = Kept
interest-report-state-hidden = Hidden
interest-reports-title = Reported messages
interest-reports-lead = You read the exchange of a reported message, and no other. Exchanges in which your own organisation takes part are not shown.
interest-reports-views = Reports
interest-reports-open = Waiting
interest-reports-decided = Decided
interest-reports-none = No report waits
interest-reports-none-decided = Nothing was decided yet
interest-reports-none-text = When somebody reports a message, it appears here with its reason.
interest-reports-count = { $n ->
    [one] One report
   *[other] { $n } reports
}
interest-reports-by = Message of { $organisation }
interest-reports-at = reported on { $moment }, { $ago }
interest-report-case = Reported message
interest-report-why = Reported by { $organisation } on { $moment }
interest-report-jump = To the message
interest-report-this = This message was reported
interest-report-decision = Decision
interest-report-decided = Somebody has decided on this report already.
interest-decision-field-reason = Reason
interest-decision-hint = Whoever reported the message reads it, and its author too if it is hidden.
interest-decision-hide = Hide the message
interest-decision-keep = Keep the message
interest-report-mail-subject = { $case ->
    [author] A message of your organisation was hidden
    [hidden] The message that you reported was hidden
   *[other] The message that you reported stays
}: { $title } ({ $reference })
interest-report-mail-text = { $case ->
    [author] A moderator has hidden a message that your organisation wrote about { $reference }, “{ $title }”. Nobody else can read it any more.
    [hidden] A moderator has read the exchange { $reference }, “{ $title }”, and has hidden the message.
   *[other] A moderator has read the exchange { $reference }, “{ $title }”, and finds that the message can stay.
}
interest-report-mail-why = The reason: { $reason }
interest-mail-left-out = [contact left out until acceptance]
interest-nda-short = Non-disclosure
interest-nda-title = Non-disclosure agreement
interest-nda-open = Read the agreement
interest-nda-begin = Choose a text
interest-nda-wanted = The sender would like an agreement on secrecy first. Either side can propose a text.
interest-nda-optional = Either side can propose an agreement on secrecy. Files that wait for one open when both have accepted.
interest-nda-intro = Choose a text, read all of it and accept it by your name. The other side is then asked to accept the same text.
interest-nda-choose = Whose text?
interest-nda-show = Show this text
interest-nda-whose = { $whose ->
    [platform] Text of Greenbridge
   *[other] Text of { $organisation }
}
interest-nda-asked = The other side has accepted this text and asks you to accept it too.
interest-nda-waits = Your side has accepted. The other side is asked to accept too.
interest-nda-none = No text was proposed.
interest-nda-in-force = In force since { $moment }
interest-nda-files-open = The sender’s members can open the files of the listing that wait for an agreement, until the exchange ends without agreement.
interest-nda-files-closed = The exchange has ended without agreement, so the files are closed again. What the text says of secrecy still holds.
interest-nda-hash = SHA-256 of the text:
interest-nda-download = Download the text
interest-nda-names = Accepted by
interest-nda-accepted = Accepted
interest-nda-propose-title = Propose and accept this text
interest-nda-accept-title = Accept this text
interest-nda-field-name = Your full name
interest-nda-field-agree = Acceptance
interest-nda-name-hint = It stands under the agreement, and the other side reads it.
interest-nda-agree = I have read the text and accept it for { $organisation }, for which I may sign
interest-nda-propose = Propose and accept
interest-nda-accept = Accept
interest-nda-another = Propose another text
interest-nda-changed = The text is no longer the one that you read. Below you see how it stands now; read it once more.
interest-nda-signed-before = Both sides have accepted a text already.
interest-nda-event-proposed = { $organisation } proposed a non-disclosure agreement
interest-nda-event-accepted = { $name } accepted it for { $organisation }
interest-nda-event-signed = The non-disclosure agreement is in force
interest-nda-mail-subject = { $news ->
    [in_force] { $organisation } has accepted the non-disclosure agreement
   *[other] { $organisation } proposes a non-disclosure agreement
}: { $title } ({ $reference })
interest-nda-mail-text = { $news ->
    [in_force] Both sides have accepted, so it is in force. The text with names and times is on the page.
   *[other] Read the whole text and accept it by your name, or propose another one.
}
interest-nda-mail-open = Open the agreement
interest-nda-text-title = Non-disclosure text
interest-nda-text-lead = This text is offered in your exchanges. A change holds for new agreements only: what was accepted stays as it was.
interest-nda-text-platform = The text of Greenbridge
interest-nda-text-own = Our own text
interest-nda-field-kind = Which text?
interest-nda-field-lang = Language of your text
interest-nda-field-body = Your text
interest-nda-text-hint = Markdown, at most 20,000 characters. {"{sender}"}, {"{receiver}"}, {"{listing}"} and {"{reference}"} stand for the names of both organisations and the numbers of listing and exchange.
interest-nda-text-save = Save the text
interest-nda-text-see = Read the text of Greenbridge
interest-nda-text-stale = A colleague has saved another version meanwhile. What you wrote is still below; compare and save again.
interest-nda-versions = Versions
interest-nda-versions-text = Each stays as it was written.
interest-nda-version = Version { $n }, { $moment }
notice-interest-kept = Kept for later. Only you see it.
notice-interest-edited = The message was changed.
notice-interest-reported = Thank you. The moderators will read the message.
notice-interest-reported-before = This message was reported already.
notice-message-decided = The decision was written down, and both sides are told as far as it concerns them.
notice-nda-proposed = The text was proposed. The other side is told by mail.
notice-nda-accepted = Accepted. The agreement is in force.
notice-nda-text-saved = The text was saved.
## Realised effect
effect-title = Realised effect
effect-page-title = Realised effect after { $months } months
effect-period = After { $months } months
effect-mark-open = To do
effect-mark-early = Not yet
effect-card-early = From { $day } on
effect-card-open = Not entered yet
effect-card-waits = { $own ->
    [yes] { $again ->
        [true] A newer version waits for your confirmation
       *[false] Waits for your confirmation
    }
   *[no] { $again ->
        [true] A newer version waits for { $organisation }
       *[false] Waits for { $organisation } to confirm
    }
}
effect-card-confirmed = { $none ->
    [true] No effect yet, confirmed by { $name } on { $day }
   *[false] Confirmed by { $name } on { $day }
}
effect-early = It can be entered from { $day } on. Both sides are reminded then.
effect-intro = Say what has changed since the start, measured in the same way before and after. Either side may enter it; { $organisation }, which uses the technology, confirms it by name. Only then does it count as realised.
effect-waits-own = This was entered and waits for your confirmation. Compare it with your own records, and enter a corrected version if something is not right.
effect-waits-other = This was entered and waits for { $organisation }, which uses the technology, to confirm it.
effect-version = Version { $n }
effect-entered = Entered by { $person } for { $organisation } on { $moment }
effect-waits = Not confirmed
effect-confirmed = Confirmed
effect-replaced = Replaced by a later version
effect-none = No effect yet
effect-confirmed-by = Confirmed by { $name } for { $organisation } on { $moment }
effect-name-hint = You confirm for your organisation that this is what was measured. The name and the time stay under this version.
effect-confirm = Confirm this version
effect-enter-title = Enter the effect
effect-change-title = Enter a corrected version
effect-change-text = What was entered before stays readable. The new version has to be confirmed again; until then the confirmed one counts.
effect-field-kind = What can be said?
effect-kind-measured = Figures were measured
effect-kind-none = There is no effect yet
effect-field-reason = Explanation
effect-reason-hint = Needed if there is no effect yet: say why. Beside figures you can say what explains them, for example why one became worse. Only both sides read it.
effect-field-name = Your name
effect-rows-help = The rows begin with what the listing claims. Fill in what was achieved; rows without a value achieved are left out. Other indicators can be added.
effect-row = Row { $n }
effect-row-name = row
effect-add-row = Add a row
effect-enter = Enter this version
effect-enter-anyway = Enter it anyway
effect-asks-worse = This is worse than before
effect-asks-worse-why = If that is so, enter it as it is: the other side confirms it like any other figure. If not, correct one of the values.
effect-more = { $amount } more than before
effect-less = { $amount } less than before
effect-problem-kind = Say whether figures were measured
effect-problem-both = There are figures in the rows. Choose that figures were measured, or take them out
effect-problem-no-figures = Enter at least one row with what was achieved
effect-problem-twice = Another row has this indicator, counted over the same
effect-refused-early = It can be entered from { $day } on.
effect-refused-changed = Another version was entered in the meantime. It stands here; look at it first.
effect-consent-title = Public ledger
effect-consent-text = If both sides consent, everybody can see of each confirmed effect, now and later: the title of the listing, the countries, both organisations, the indicator, its change for better or worse, the amount of the change, what it is counted over and after how many months. The figures before and after and the explanation are not shown. Each side can withdraw at any time.
effect-consent-given = { $organisation } consents since { $day }.
effect-consent-none = { $organisation } does not consent.
effect-consent-ledger = See the ledger
effect-consent-give = Consent for our side
effect-consent-withdraw = Withdraw our consent
effect-mail-subject = { $news ->
    [asked] What was achieved after { $months } months with { $organisation }? { $title } ({ $reference })
    [entered] { $organisation } entered the effect after { $months } months: { $title } ({ $reference })
    [consents] { $organisation } consents to show the realised effect: { $title } ({ $reference })
    [withdrew] { $organisation } no longer consents to show the realised effect: { $title } ({ $reference })
   *[confirmed] { $organisation } confirmed the effect after { $months } months: { $title } ({ $reference })
}
effect-mail-text = { $news ->
    [asked] { $months } months have passed since the agreement began. Please enter what was achieved, or why there is no effect yet. { $adopts ->
        [yes] Your side uses the technology, so it also confirms what is entered.
       *[no] The other side uses the technology and confirms what is entered.
    }
    [entered] { $adopts ->
        [yes] Your side uses the technology. Please compare the figures with your records and confirm them, or enter a corrected version.
       *[no] The other side uses the technology and still has to confirm what it entered.
    }
    [consents] What is confirmed is shown on the public ledger when your side consents, too. Either side can withdraw its consent at any time.
    [withdrew] What is confirmed is not shown on the public ledger any more. Both sides still see it in the exchange.
   *[confirmed] It now counts as realised. It is shown on the public ledger only if both sides consent.
}
effect-mail-open = Open the effect
effect-event-entered = { $n ->
    [1] { $organisation } entered the effect after { $months } months
   *[other] { $organisation } entered version { $n } of the effect after { $months } months
}
effect-event-confirmed = { $name } confirmed the effect after { $months } months
effect-event-consents = { $organisation } consents to show what is confirmed on the public ledger
effect-event-withdrew = { $organisation } withdrew its consent to the public ledger
ledger-title = Realised effects
ledger-lead = What technologies found on Greenbridge have achieved at the places that use them, confirmed by those who use them.
ledger-empty = Nothing is shown here yet
ledger-empty-text = Half a year after an agreement begins, both sides are asked what was achieved. What the side that uses the technology confirms is shown here when both sides consent.
ledger-theme = Theme
ledger-country = Country of either side
ledger-any = Any
ledger-found = { $n ->
    [one] { $count } effect
   *[other] { $count } effects
}
ledger-nothing = No effect fits these filters
ledger-nothing-text = Take a filter away to see more.
ledger-listing = Listing
ledger-way = From → to
ledger-saving = Amount
ledger-period = Measured
ledger-download = Download these effects:
ledger-totals = Together in a year
ledger-totals-text = Only what is counted per year is added, in one unit for each indicator. What became worse is taken off; a minus means that more became worse than better. Of an agreement with two reports the later one counts.
ledger-total = In a year
ledger-agreements = Agreements
ledger-chart = Saved or gained in a year, in { $unit }; a minus means worse than before
ledger-chart-words = Bars of what is saved or gained in a year, in { $unit }; a minus means worse than before. The figures stand in the table above.
ledger-how = How this comes about
ledger-how-text = The change is computed from measured values before and after; what became worse is shown like what became better. An effect is entered by either side 6 and 12 months after the agreement began, and confirmed by name by the side that uses the technology. A corrected version counts once it is confirmed again. Each side can withdraw its consent at any time; the effect then leaves this page at once.
listing-realised = Realised:
listing-realised-worse = { $change } (worse than before)
listing-realised-more = In the ledger
notice-effect-entered = The version was entered.
notice-effect-confirmed = Confirmed. It now counts as realised.
notice-effect-consent-given = Your side consents from now on.
notice-effect-consent-withdrawn = Your consent is withdrawn. Nothing of this exchange is on the public ledger any more.
## Answers to requests

answer-form-title = Your answer to the requirements
answer-form-lead = You can answer with one of your public offers. Where it has figures, they are compared with what is required. To all else you can say yourself whether it is met. All of it is optional.
answer-field-offer = Offer that you answer with
answer-offer-hint = Only public offers of your organisation can be chosen. What is compared is kept as it stands when you send.
answer-offer-none = No offer, only the message
answer-offer-new = Save and write a new offer
answer-compare = Save and compare
answer-field-word = In your own word
answer-word-none = No statement
answer-word-met = Met
answer-word-partly = Partly met
answer-word-not-met = Not met
answer-field-sentence = Sentence to it
answer-field-remark = Remark to what was computed
answer-field-said = Requirement { $n }
answer-field-chosen = Answers that were chosen
answer-field-reason = Reason for { $answer }
answer-problem-partly = Say in a sentence what is met and what is not
answer-problem-offer = Choose one of your organisation’s public offers
answer-problem-reason = Give a reason
answer-problem-nobody-chosen = Only an award or a pilot chooses an answer. Take the ticks away, or record another outcome
answer-verdict-match = Match
answer-verdict-gap = Gap
answer-verdict-unknown = Unknown
answer-computed = computed from the offer’s figures
answer-stated = stated by the provider
answer-remark = Remark of the provider:
answer-sentence = The provider says:
answer-why-no-offer = No offer to compare with.
answer-why-not-measurable = This requirement is words only, so nothing is computed.
answer-why-no-figure = The offer has no figure of this parameter.
answer-why-other-unit = The offer’s figures are in units that cannot be converted.
answer-why-undecided = The offer’s figure is only a bound, and the limit may lie on either side of the true value.
answer-why-differ = Some of the offer’s figures meet the limit and some do not.
answer-outlet = At the outlet: { $figure }
answer-removal = Removal: { $figure }
answer-about = “about” is taken as within a tenth
answer-count-match = { $n ->
    [one] 1 match
   *[other] { $n } matches
}
answer-count-gap = { $n ->
    [one] 1 gap
   *[other] { $n } gaps
}
answer-count-met = { $n } stated as met
answer-count-partly = { $n } stated as partly met
answer-count-not-met = { $n } stated as not met
answer-count-unknown = { $n } unknown
answer-title = Requirement by requirement
answer-with = The answer is given with
answer-without = The answer is given without an offer.
answer-without-short = Without an offer
answer-frozen = As it stood when it was sent, { $day }. Later changes of the offer do not change it.
answer-newer = The offer has a newer approved revision than the one that was compared on { $day }. Read the offer before you decide.
answer-newer-short = The offer has a newer revision
answer-gone = The offer is no longer public. What was compared on { $day } stays below.
answer-requirement = Requirement
answer-answer = Answer
answer-offer = Offer
answer-state = State
answer-essential = Essential
answer-desirable = Desirable
answer-asked-otherwise = The requirement was another when this was sent.
answer-message-only = Only in the message.
answer-side-by-side = All answers side by side
answer-index-title = Answers side by side
answer-index-lead = Those that meet most essential requirements by their figures stand first. Nobody who answered sees this page, how many answered, or your internal reasons.
answer-none = No answers yet
answer-none-text = Answers come as expressions of interest in your request. You are told of each, and here they stand side by side.
answer-table = Requirement by requirement
answer-shortlist = Shortlist
answer-shortlist-lead = Keep an answer or set it aside, with a reason. Reasons stay inside your organisation; earlier ones stay readable.
answer-decision-kept = Kept
answer-decision-set-aside = Set aside
answer-reason-internal = Internal reason
answer-keep = Keep
answer-set-aside = Set aside
answer-internal = (internal)
answer-to-outcome = Record the outcome
answer-refused-stale = A colleague has decided on this answer meanwhile. What you wrote is still below; read the decision and send again.
answer-choose-title = Which answers were chosen?
answer-choose-lead = Everybody who answered is told once whether they were chosen. Those who were not read the reason that you share here, and their exchange is closed. Internal reasons are not shared.
answer-choose = Choose the answer of { $organisation }
answer-reason-shared = Reason that is shared, if it is not chosen
answer-reason-all = Reason for all without one of their own
answer-reason-all-hint = If nobody was chosen and this is empty, they read what the public reads.
answer-stays-open = This exchange is past the point at which it could be declined. They are told, and it stays open.
answer-was-told-chosen = They were told that they were chosen.
answer-was-told-not-chosen = They were told that they were not chosen:
answer-chosen = Chosen
answer-not-chosen = Not chosen
answer-shared = Shared reason:
answer-told-chosen = This answer was chosen ({ $outcome }, { $day }).
answer-told-not-chosen = This answer was not chosen ({ $outcome }, { $day }).
answer-mail-subject = { $chosen ->
    [true] Your answer to “{ $title }” was chosen
   *[other] Your answer to “{ $title }” was not chosen
}
answer-mail-text = { $chosen ->
    [true] { $organisation } has recorded the outcome of its request ({ $outcome }) and chose your answer. Go on in the exchange.
   *[other] { $organisation } has recorded the outcome of its request ({ $outcome }) and did not choose your answer. This is the reason that it shares:
}
notice-answer-judged = The decision and its reason are kept, inside your organisation.
notice-answer-offer-first = Your draft is kept under “Interest”. Write the offer here; once it is public you can answer with it.

## Notifications

notice-title = Notifications
notice-unread = { $n ->
    [one] 1 unread
   *[other] { $n } unread
}
notice-page = page { $number } of { $pages }
notice-pages = Pages of notifications
notice-found = { $n ->
    [one] 1 notification
   *[other] { $n } notifications
}, { $unread ->
    [0] all read
   *[other] { $shown } unread
}
notice-none = Nothing yet
notice-none-text = When somebody answers you, decides on something of yours, or something is due, you read it here.
notice-new = New
notice-open = Open
notice-read = Mark as read
notice-read-all = Mark all as read
notice-settings-title = How you are told
notice-settings-lead = Everything stands on your page of notifications. Here you choose what also comes by mail, and when.
notice-settings-kinds = Mails
notice-settings-always = Mails about the safety of your account always come at once.
notice-settings-quiet = Quiet hours
notice-settings-zone = Mails wait until these hours are over. Hours are those of { $zone }.
notice-settings-zone-change = Change the time zone
notice-settings-digests = Digests
notice-settings-save = Save
notice-hint-interest = When the other side sends, answers, accepts, declines or ends an expression of interest, or a colleague gives you one to see to
notice-hint-message = When the other side writes in an expression of interest
notice-hint-question = Questions on your requests, and answers to what you asked
notice-hint-request = Addenda and outcomes of requests that you follow, asked about or are interested in
notice-hint-review = When moderators decide on your listings and certificates
notice-hint-evidence = When claims of your listings were checked
notice-hint-reminder = When listings and certificates end soon, or something waits for you
notice-hint-organisation = When the badge of an organisation that you own was decided
notice-delivery-at-once = At once
notice-delivery-daily = In a daily digest
notice-delivery-weekly = In a weekly digest
notice-delivery-off = No mail
notice-field-quiet-from = No mails from
notice-field-quiet-until = Until
notice-field-digest-hour = Digests come at
notice-field-digest-day = Weekly digests come on
notice-quiet-none = No quiet hours
notice-quiet-both = Choose both hours, or neither
notice-quiet-same = Choose another hour than the first
notice-day-1 = Monday
notice-day-2 = Tuesday
notice-day-3 = Wednesday
notice-day-4 = Thursday
notice-day-5 = Friday
notice-day-6 = Saturday
notice-day-7 = Sunday
notice-off-ask = No more mails about “{ $kind }”?
notice-off-ask-digest = { $digest ->
    [weekly] No more weekly digests?
   *[daily] No more daily digests?
}
notice-off-ask-text = You will get no more mails about this. Notifications still stand on your page.
notice-off-do = Get no more of these mails
notice-off-is = You get no mails about “{ $kind }”
notice-off-is-digest = { $digest ->
    [weekly] You get no weekly digests
   *[daily] You get no daily digests
}
notice-off-still = Notifications still stand on your page when you sign in. You can switch mails on again at any time.
notice-notifications-read = All notifications are marked as read.
notice-notifications-saved = Your choice is saved.
notice-notifications-off = These mails are switched off.
notice-kind-security = Safety of your account
notice-kind-interest = Expressions of interest
notice-kind-message = Messages
notice-kind-question = Questions and answers on requests
notice-kind-request = News of requests
notice-kind-review = Decisions on listings and certificates
notice-kind-evidence = Checked claims
notice-kind-reminder = Reminders
notice-kind-organisation = Decisions on your organisation
notice-mail-stop = Get no more mails about “{ $kind }”
notice-mail-settings = Choose which mails you get
notice-digest-subject = { $digest ->
    [weekly] { $n ->
        [one] Your week on Greenbridge: 1 notification
       *[other] Your week on Greenbridge: { $n } notifications
    }
   *[daily] { $n ->
        [one] Your day on Greenbridge: 1 notification
       *[other] Your day on Greenbridge: { $n } notifications
    }
}
notice-digest-text = { $n ->
    [one] One thing has happened since the last digest.
   *[other] { $n } things have happened since the last digest.
}
notice-digest-more = { $n ->
    [one] One more stands on your page of notifications.
   *[other] { $n } more stand on your page of notifications.
}
notice-digest-open = Open notifications
notice-digest-reason = { $digest ->
    [weekly] You get this mail because you chose a weekly digest for some notifications.
   *[daily] You get this mail because you chose a daily digest for some notifications.
}
notice-digest-stop = { $digest ->
    [weekly] Get no more weekly digests
   *[daily] Get no more daily digests
}

## Administration: jobs

admin-jobs-title = Jobs
admin-jobs-lead = Mails, reminders, imports and other work that follows a change. What fails is tried again; what fails too often is parked for you.
admin-jobs-see = See jobs
admin-jobs-kinds = What is to be done
admin-jobs-idle = Everything is done.
admin-jobs-kind = Kind
admin-jobs-due = Due
admin-jobs-running = Running
admin-jobs-later = Later
admin-jobs-parked = Parked
admin-jobs-failed = What failed
admin-jobs-none = Nothing failed
admin-jobs-none-text = All jobs that were tried are done.
admin-jobs-again = tried again { $at }
admin-jobs-is-parked = parked
admin-jobs-tried = { $n ->
    [one] Tried once, written { $at }
   *[other] Tried { $n } times, written { $at }
}
admin-jobs-retry = Try again
admin-jobs-retry-all = { $n ->
    [one] Try the parked job again
   *[other] Try all { $n } parked jobs again
}
notice-jobs-retried = Parked jobs run again.
notice-jobs-none = There was nothing parked to run again.

## The mailbox of the demonstration
mailbox-lead = In the demonstration no mail leaves this machine. What would have been sent stands here.
mailbox-empty = No mails yet
mailbox-empty-help = Sign up, invite a colleague or express interest, and come back.
mailbox-to = To { $address }
clock-lead = Here the clock can be moved ahead, to see what comes with time: reminders, certificates that end, listings that expire. It cannot be turned back.
clock-now = It is { $moment }.
clock-days = Days
clock-days-hint = From 1 to 400. After more than 30 days everybody has to sign in again.
clock-move = Move the clock ahead
notice-clock-moved = The clock was moved. What is due is done in a moment.

# Bulk: what can be wrong with a table and its rows
problem-table-empty = There is nothing below the headings
problem-table-unknown = This file is neither CSV nor XLSX
problem-table-large = The file is larger than 20 MB, packed or unpacked
problem-table-rows = The table has more than 10,000 rows
problem-table-columns = The table has more than 400 columns
problem-table-broken = The workbook is not XLSX, is damaged or is locked by a password. Save it as XLSX or CSV
problem-table-sheet = The workbook has no such sheet
problem-row-cells = The row has { $n } cells, and there are { $headings } columns
problem-row-encoding = There are signs that cannot be read; save the file as UTF-8
problem-row-control = There are signs that no text has, such as NUL
problem-row-formula = A formula stands here; put its value
problem-row-twice = This key stands in an earlier row
problem-row-differs = This differs from an earlier row with the same key
problem-row-kind = The listing is of the other kind
problem-row-language = The listing was first written in another language
problem-row-original = This is the original language; use the columns without a language
problem-several-values = Several values stand here. Name the sign between them
problem-row-elsewhere = Row { $line } of the same listing is wrong
problem-row-other-kind = Only the other kind of listing has this
problem-row-reference = Your organisation has no listing with this reference number
problem-row-archived = The listing is archived
problem-row-removed = A moderator has removed the listing
problem-row-under-review = The listing waits for a moderator’s decision
problem-row-stale = Somebody changed the listing in the meantime

# Bulk: pages of imports
table-title = Bring in a table
table-lead = Send a table with a listing in each row. You then say what its columns mean and see what would happen before anything is changed.
table-help = How a table is built
table-file = Table
table-file-hint = CSV or XLSX, at most 20 MB and 10,000 rows, with headings above the rows
table-sheet = Sheet of a workbook
table-sheet-hint = Leave this empty to read the sheet whose headings are known
table-send = Send the table
table-past = Tables that were sent
table-rows = { $n ->
    [one] 1 row
   *[other] { $n } rows
 }
table-sum = { $new } new, { $changed } changed, { $refused } refused
table-columns = What do the columns mean?
table-columns-lead = Headings that are known were chosen for you. What you choose is remembered for the next table with the same headings.
table-columns-each = Columns
table-ask-kind = What are the listings?
table-ask-language = Language of the texts
table-ask-separators = Signs between several values in a cell
table-ask-mode = What should become of good rows?
table-kind-column = A column says it
table-separators-hint = For example ; and | as in “water; air”
table-as-drafts = Drafts
table-as-drafts-hint = You can look at each and hand it in yourself
table-as-submit = Hand in for review
table-as-submit-hint = Moderators read them as if you had handed in each by itself
table-column-unnamed = Column { $n } (without a heading)
table-column-empty = Nothing in the first rows
table-leave-out = Leave out
table-once = Once in each listing
table-group-texts = Texts in another language
table-field-key = Your own key of the row
table-field-reference = Reference number of your listing
table-field-kind = Offer or request
table-field-language = Language of the texts
table-field-source-id = Identifier in the source
table-field-source-name = Name of the source
table-field-source-citation = Citation of the source
table-field-source-year = Year of the source
table-try = Try the rows
table-cancel = Stop this import
table-cancel-says = What was brought in stays.
table-stage-uploaded = Columns to be chosen
table-stage-checking = Trying the rows
table-stage-checked = This would happen
table-stage-running = Bringing the rows in
table-stage-done = Done
table-stage-cancelled = Stopped
table-stage-failed = It could not go on
table-mode-drafts = as drafts
table-mode-submit = handed in for review
table-mode-publish = published at once
table-progress = { $n } of { $of } rows
table-leave = You can leave this page; the work goes on. The page looks again by itself.
table-look-again = Look again now
table-nothing-yet = Nothing has been changed yet.
table-kept = What was brought in before it was stopped has stayed.
table-count-new = New
table-count-changed = Changed
table-count-unchanged = Unchanged
table-count-refused = Refused
table-outcome-new = New
table-outcome-changed = Changed
table-outcome-unchanged = Unchanged
table-outcome-refused = Refused
table-start-drafts = { $n ->
    [one] Bring 1 listing in as a draft
   *[other] Bring { $n } listings in as drafts
 }
table-start-submit = { $n ->
    [one] Hand in 1 listing for review
   *[other] Hand in { $n } listings for review
 }
table-back = Change the columns
table-to-listings = Go to your listings
table-another = Send another table
table-refused = Rows that were refused
table-refused-help = All other rows are good. Correct the refused ones in the file and send it again.
table-failed-file-link = Refused rows as CSV
table-row = Row
table-row-number = Row { $n }
table-column = Column
table-reason = What is wrong
table-first = The first good rows
table-busy = Another table of your organisation is being worked on. Wait until it is done, or stop it.
table-stale = This import has gone on in the meantime. Look at it again.
table-unfit-twice = Another column fills this already
table-unfit-title = One column must be the title, or the reference number of your listings
table-unfit-kind = Say whether these are offers or requests, or choose a column that says it
table-failed-rights = Whoever began this import may no longer edit for the organisation.
table-failed-file = The table is no longer there. Send it again.
search-download = Download these listings
workspace-import = Bring in a table
workspace-download = Download your listings
listing-printed = Greenbridge, { $day }

## Working on expressions of interest

interest-to-board = Show as a board
interest-to-list = Show as a list
interest-board-title = Board of expressions of interest
interest-board-mine = Only what I see to
interest-board-all = Everything of the organisation
interest-board-more = There are more than the board shows. The list has them all.
interest-board-none = Nothing here
interest-column-draft = Drafts
interest-column-sent = New
interest-column-acknowledged = Acknowledged
interest-column-in-discussion = In discussion
interest-column-accepted = Accepted
interest-column-negotiating = Negotiating
interest-column-ended = Ended in the last 30 days
interest-seek = Search in your expressions of interest
interest-seek-hint = Words of the listing, an organisation, a message or a note, or a reference number.
interest-filter-due = Answer due
interest-filter-any = Any
interest-filter-assigned = Seen to by
interest-filter-label = Label
interest-due-today = Due today
interest-due-overdue = Overdue
interest-assigned-me = Me
interest-assigned-nobody = Nobody yet
interest-labelled = Label: { $label }
interest-holds = Holds: { $q }
interest-list-due = { $over ->
    [true] answer overdue since { $day }
   *[other] answer by { $day }, { $ago }
}
interest-pick = Pick { $reference }
interest-close-picked = Close what is picked …
interest-close-title = Close several
interest-close-lead = Each is closed by the step that your side can take, with the same reason. The other side is told and reads the reason. This cannot be taken back.
interest-close-none = Nothing is picked, or you take no part in it.
interest-close-not = Cannot be closed as it stands
interest-close-done = Closed
interest-close-changed = Changed meanwhile: look at it again
interest-close-some = Not everything was closed. Below is what became of each.
interest-close-reason-hint = The other side reads it.
interest-close-do = { $n ->
    [one] Close { $n }
   *[other] Close { $n }
}
interest-close-back = Back without closing
interest-field-reason = Reason
interest-desk-title = At your desk
interest-desk-private = Only members of your organisation see what stands here. The other side never does.
interest-desk-assigned = Seen to by { $name }
interest-desk-nobody = Nobody sees to it yet
interest-desk-notes = { $n ->
    [one] { $n } note
   *[other] { $n } notes
}
interest-desk-open = Assign, label, write a note
interest-desk-save = Save
interest-desk-mail-subject = { $person } asks you to see to an expression of interest: { $title } ({ $reference })
interest-desk-mail-text = It now has the state “{ $state }”. Labels and notes of your organisation stand at your desk.
interest-desk-mail-reason = You get this because a colleague at { $organisation } has entered you as the one who sees to it.
interest-field-assignee = Who sees to it
interest-field-labels = Labels
interest-labels-hint = Up to ten, with commas between them, such as: urgent, pilot plant.
interest-problem-labels = Use at most { $n } labels.
interest-notes = Notes
interest-notes-none = There is no note yet.
interest-field-note = New note
interest-note-write = Add the note
interest-export = Download as CSV
interest-calendar = Calendar feed
interest-calendar-lead = A calendar program that knows this address shows when answers are due, yours and those you wait for, when an exchange lapses without one, and when the realised effect of an agreement is asked for. Whoever has the address can read these dates, so keep it to yourself.
interest-calendar-make = Make an address
interest-calendar-made = Your address is ready. Copy it into your calendar program.
interest-calendar-once = It is shown this once. If it is lost, revoke it and make another.
interest-calendar-none = You have no calendar address yet.
interest-calendar-since = Made on { $day }
interest-calendar-read = last read { $moment }
interest-calendar-unread = never read so far
interest-calendar-revoke = Revoke
interest-calendar-full = You have as many addresses as there can be. Revoke one to make another.
interest-feed-name = Greenbridge: { $organisation }
interest-feed-due = { $side ->
    [receiver] Answer { $organisation }: { $title }
   *[other] Answer expected from { $organisation }: { $title }
}
interest-feed-lapses = Lapses without an answer, { $organisation }: { $title }
interest-feed-effect = Realised effect after { $months } months, { $organisation }: { $title }
interest-feed-text = { $reference }, { $link }
interest-csv-reference = Reference
interest-csv-listing = Listing
interest-csv-title = Title
interest-csv-organisation = Other side
interest-csv-country = Country of use
interest-csv-state = State
interest-csv-sent = Sent
interest-csv-changed = Last step
interest-csv-due = Answer due
interest-csv-assignee = Seen to by
interest-csv-labels = Labels
interest-csv-kind = Agreed: form of cooperation
interest-csv-value = Agreed: value
interest-csv-currency = Agreed: currency
interest-csv-starts = Agreed: start
interest-csv-parties = Agreed: parties
interest-csv-further = Agreed: further parties
interest-dossier-open = Dossier for print
interest-dossier-title = Dossier { $reference }
interest-dossier-drawn = As it stood on { $moment }
interest-dossier-print = Use the print function of your browser; the page fits A4.
interest-dossier-with = With the notes of your organisation
interest-dossier-without = Without notes
interest-dossier-facts = Facts
interest-dossier-listing = Listing
interest-dossier-sender = Sender
interest-dossier-receiver = Receiver
interest-dossier-sent = Sent
interest-dossier-due = Answer due
interest-dossier-steps = Every step
interest-dossier-when = When
interest-dossier-what = What
interest-dossier-who = Who
interest-dossier-then = State then
interest-dossier-thread = The exchange
interest-dossier-files = Files
interest-dossier-proposed = Proposed by { $organisation }, { $moment }
interest-dossier-accepted = Accepted by { $name }, { $organisation }, { $moment }
interest-by-system = The platform
notice-interest-closed = Closed. The other sides are told.
notice-interest-desk-kept = Saved.
notice-interest-note-written = The note was added.
notice-interest-feed-revoked = The address answers nobody any more.
