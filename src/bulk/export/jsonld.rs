//! Listings in the words of schema.org: an offer is an Offer of a Service, a request a Demand. Nobody's contact is in it.

use serde_json::{Value, json};

use super::{Batches, Export, Given, Sender, Stopped, send};
use crate::listings::content::{Content, Offer, Texts};
use crate::listings::words;
use crate::taxonomy::{self, Evidence, Kind, List};

/// Writes the file, piece by piece.
pub async fn write(mut batches: Batches<'_>, sender: &Sender) -> Result<(), Stopped> {
    let mut piece = b"{\"@context\":\"https://schema.org\",\"@graph\":[".to_vec();
    let mut first = true;
    while let Some(batch) = batches.next().await? {
        for given in &batch {
            if !std::mem::replace(&mut first, false) {
                piece.push(b',');
            }
            piece.push(b'\n');
            serde_json::to_writer(&mut piece, &node(batches.export, given))?;
        }
        send(sender, std::mem::take(&mut piece)).await?;
    }
    piece.extend_from_slice(b"\n]}\n");
    send(sender, piece).await
}

/// One listing.
fn node(export: &Export, given: &Given) -> Value {
    let Given { listing, content, states } = given;
    let link = |path: String| export.app.link(export.locale, &path);
    let address = link(format!("/listings/{}", listing.reference));
    let registers = export.app.registers.get();
    let names = |list: &List, codes: &[String]| -> Vec<String> {
        codes.iter().map(|code| list.name(code, export.locale.lang).to_owned()).collect()
    };
    let party = json!({
        "@type": "Organization",
        "name": listing.organisation_name,
        "url": link(format!("/organisations/{}", listing.organisation_slug)),
        "address": { "@type": "PostalAddress", "addressCountry": listing.country },
    });
    let mut item = json!({
        "@type": "Service",
        "name": in_languages(content, |texts| &texts.title),
        "description": in_languages(content, |texts| &texts.summary),
        "category": names(taxonomy::themes(), &content.themes),
        "keywords": names(registers.keywords(), &content.keywords),
    });
    let countries = |codes: &[String]| -> Vec<Value> {
        codes.iter().map(|code| json!({ "@type": "Country", "identifier": code })).collect()
    };
    let areas = match (content.offer(), content.request()) {
        (Some(offer), _) => {
            item["additionalProperty"] = Value::Array(properties(export, offer));
            item["hasCertification"] = Value::Array(certifications(export, offer, states));
            countries(&offer.offered_to)
        }
        (_, Some(request)) => countries(std::slice::from_ref(&request.country)),
        _ => Vec::new(),
    };
    let closes = content.request().and_then(|request| {
        let zone: chrono_tz::Tz = request.zone.parse().ok()?;
        chrono::TimeZone::from_local_datetime(&zone, &request.closes?).earliest()
    });
    let mut node = json!({
        "@type": if listing.kind == Kind::Offer { "Offer" } else { "Demand" },
        "@id": address,
        "url": address,
        "identifier": listing.reference,
        "itemOffered": item,
        "areaServed": areas,
    });
    // A Demand has no word for who demands: the organisation is what provides its record.
    node[if listing.kind == Kind::Offer { "offeredBy" } else { "provider" }] = party;
    for (name, at) in [
        ("availabilityStarts", listing.published_at.map(|at| at.to_rfc3339())),
        ("availabilityEnds", closes.map(|at| at.to_rfc3339())),
        ("validThrough", listing.expires_at.map(|at| at.to_rfc3339())),
    ] {
        if let Some(at) = at {
            node[name] = at.into();
        }
    }
    node
}

fn in_languages(content: &Content, text: impl Fn(&Texts) -> &String) -> Vec<Value> {
    let written = content.texts.iter().map(|(lang, texts)| (lang.code(), text(texts)));
    let written = written.filter(|(_, text)| !text.is_empty());
    written.map(|(lang, text)| json!({ "@value": text, "@language": lang })).collect()
}

/// Certificates with the state in which they are: what is merely claimed, or is over, is not called active.
fn certifications(export: &Export, offer: &Offer, states: &[&'static str]) -> Vec<Value> {
    let registers = export.app.registers.get();
    let claims = offer.certificates.iter().zip(states);
    let certification = |(claim, state): (&crate::labels::Claim, &&'static str)| {
        let mut node = json!({
            "@type": "Certification",
            "name": registers.schemes().name(&claim.scheme, export.locale.lang),
            "certificationIdentification": claim.number,
            "creativeWorkStatus": state,
        });
        if let Some(until) = claim.valid_until {
            node["expires"] = until.to_string().into();
        }
        let status = match *state {
            "verified" | "expiring" => Some("https://schema.org/CertificationActive"),
            "expired" | "revoked" | "superseded" => Some("https://schema.org/CertificationInactive"),
            _ => None,
        };
        if let Some(status) = status {
            node["certificationStatus"] = status.into();
        }
        node
    };
    claims.map(certification).collect()
}

/// The step of evidence on which a claim stands.
fn evidence(export: &Export, step: Evidence, compared: bool) -> Value {
    json!({
        "@type": "PropertyValue",
        "propertyID": "evidence",
        "name": words::mark(export.locale, step, compared),
        "value": step.code(),
    })
}

/// Benefits as pairs of a name and a value: the change in percent, computed.
fn properties(export: &Export, offer: &Offer) -> Vec<Value> {
    let lang = export.locale.lang;
    let benefits = offer.benefits.iter().filter_map(|benefit| {
        Some(json!({
            "@type": "PropertyValue",
            "propertyID": benefit.indicator,
            "name": taxonomy::indicators().name(&benefit.indicator, lang),
            "value": benefit.change_percent()?.round_dp(2).normalize().to_string(),
            "unitText": "%",
            "valueReference": evidence(export, benefit.evidence, benefit.compared),
        }))
    });
    let removals = offer.performance.iter().filter_map(|row| {
        let removal = row.removal_percent()?;
        Some(json!({
            "@type": "PropertyValue",
            "propertyID": row.parameter,
            "name": taxonomy::parameters().name(&row.parameter, lang),
            "value": removal.shown().to_string(),
            "unitText": "%",
            "valueReference": evidence(export, row.evidence, row.compared),
        }))
    });
    benefits.chain(removals).collect()
}
