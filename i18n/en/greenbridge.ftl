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
interest-act-lapse = Let it lapse
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
interest-act-hint-lapse = This ends the exchange because no answer came in time.
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
