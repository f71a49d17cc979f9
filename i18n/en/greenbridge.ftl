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

## Eco-labels
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
