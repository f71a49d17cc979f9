use super::rows::{Out, headings, rows};
use super::{Batches, Sender, Stopped, send};
use crate::web::tables::{guarded, open};

/// Writes the file, piece by piece.
pub async fn write(mut batches: Batches<'_>, sender: &Sender) -> Result<(), Stopped> {
    let mut writer = open(Vec::new())?;
    writer.write_record(headings())?;
    let mut piece = writer.into_inner().map_err(|error| anyhow::anyhow!("{error}"))?;
    while let Some(batch) = batches.next().await? {
        let mut writer = ::csv::Writer::from_writer(std::mem::take(&mut piece));
        for given in &batch {
            for row in rows(batches.export, given) {
                writer.write_record(row.into_iter().map(cell))?;
            }
        }
        send(sender, writer.into_inner().map_err(|error| anyhow::anyhow!("{error}"))?).await?;
    }
    send(sender, piece).await
}

/// A cell as text. Numbers need no guard: nothing but digits, a point and a sign is in them.
fn cell(out: Out) -> String {
    match out {
        Out::Blank => String::new(),
        Out::Text(text) => guarded(&text).into_owned(),
        Out::Number(number) => crate::listings::editor::numbers::write(number),
        Out::Day(day) => day.to_string(),
    }
}
