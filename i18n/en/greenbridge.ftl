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

import-comma = ,{ " " }
import-and = { $first } and { $last }
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
