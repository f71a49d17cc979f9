use std::io::Cursor;

use bytes::Bytes;
use fast_image_resize::{IntoImageView as _, Resizer, images::Image};
use image::{DynamicImage, ImageDecoder as _, ImageReader, Limits};

/// Widths in pixels of the three sizes in which a picture is kept: card, page, whole screen.
pub const WIDTHS: [u32; 3] = [320, 800, 1600];
/// Most pixels on a side; a larger picture is refused before it is unpacked.
const SIDE: u32 = 12_000;
/// Most memory for unpacking one picture.
const UNPACKED: u64 = 192 * 1024 * 1024;
/// Quality of lossy WebP at which photos show no flaw at these sizes.
const QUALITY: f32 = 78.0;

/// A picture in its three sizes, WebP without any metadata, in the order of [`WIDTHS`].
pub type Sizes = [Bytes; 3];

/// Decodes a picture, turns it upright, and encodes it anew in three sizes. Nothing of the sent file is kept.
pub fn pictures(content: &[u8]) -> anyhow::Result<Sizes> {
    let mut reader = ImageReader::new(Cursor::new(content)).with_guessed_format()?;
    let mut limits = Limits::default();
    limits.max_image_width = Some(SIDE);
    limits.max_image_height = Some(SIDE);
    limits.max_alloc = Some(UNPACKED);
    reader.limits(limits);
    let mut decoder = reader.into_decoder()?;
    let orientation = decoder.orientation()?;
    let mut picture = DynamicImage::from_decoder(decoder)?;
    picture.apply_orientation(orientation);
    let picture = DynamicImage::ImageRgba8(picture.into_rgba8());
    let [small, middle, large] = WIDTHS;
    Ok([encode(&picture, small)?, encode(&picture, middle)?, encode(&picture, large)?])
}

fn encode(picture: &DynamicImage, width: u32) -> anyhow::Result<Bytes> {
    let scaled = if picture.width() <= width { picture.clone() } else { scale(picture, width)? };
    let encoder = webp::Encoder::from_rgba(scaled.as_bytes(), scaled.width(), scaled.height());
    Ok(Bytes::copy_from_slice(&encoder.encode(QUALITY)))
}

fn scale(picture: &DynamicImage, width: u32) -> anyhow::Result<DynamicImage> {
    let height = (u64::from(picture.height()) * u64::from(width) / u64::from(picture.width())).max(1) as u32;
    let pixels = picture.pixel_type().ok_or_else(|| anyhow::anyhow!("unknown pixels"))?;
    let mut target = Image::new(width, height, pixels);
    Resizer::new().resize(picture, &mut target, None)?;
    let buffer = image::RgbaImage::from_raw(width, height, target.into_vec());
    buffer.map(DynamicImage::ImageRgba8).ok_or_else(|| anyhow::anyhow!("picture buffer"))
}
