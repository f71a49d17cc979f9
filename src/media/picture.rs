use std::fs::File;
use std::io::{BufReader, Seek as _};

use bytes::Bytes;
use fast_image_resize::{IntoImageView as _, Resizer, images::Image};
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageError, ImageReader, Limits};
use tokio::sync::Semaphore;

/// Widths in pixels of the three sizes in which a picture is kept: card, page, whole screen.
pub const WIDTHS: [u32; 3] = [320, 800, 1600];
/// Most pixels on a side; a larger picture is refused before it is unpacked.
const SIDE: u32 = 12_000;
/// Most pixels altogether.
const PIXELS: u64 = 40_000_000;
/// Most memory for unpacking one picture.
const UNPACKED: u64 = 192 * 1024 * 1024;
/// Quality of lossy WebP at which photos show no flaw at these sizes.
const QUALITY: f32 = 78.0;
/// One picture is unpacked at a time, so that a crowd of large ones does not take all memory.
static TABLE: Semaphore = Semaphore::const_new(1);

/// A picture in its three sizes, WebP without any metadata.
#[derive(Clone, Debug)]
pub struct Pictures {
    /// In the order of [`WIDTHS`].
    pub sizes: [Bytes; 3],
    /// Pixels from left to right of the largest.
    pub width: u32,
    /// Pixels from top to bottom of the largest.
    pub height: u32,
}

/// Why a picture is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Broken {
    /// It cannot be read.
    #[error("the picture cannot be read")]
    Unreadable,
    /// It has too many pixels.
    #[error("the picture has too many pixels")]
    TooLarge,
}

impl From<ImageError> for Broken {
    fn from(error: ImageError) -> Self {
        if matches!(error, ImageError::Limits(_)) { Self::TooLarge } else { Self::Unreadable }
    }
}

/// Decodes a picture, turns it upright, and encodes it anew in three sizes. Nothing of the sent file is kept.
pub async fn pictures(file: File) -> Result<Pictures, Broken> {
    let place = TABLE.acquire().await.map_err(|_| Broken::Unreadable)?;
    let done = tokio::task::spawn_blocking(move || {
        let _place = place;
        drawn(file)
    });
    done.await.map_err(|_| Broken::Unreadable)?
}

fn drawn(mut file: File) -> Result<Pictures, Broken> {
    file.rewind().map_err(|_| Broken::Unreadable)?;
    let mut reader = ImageReader::new(BufReader::new(file)).with_guessed_format().map_err(|_| Broken::Unreadable)?;
    let mut limits = Limits::default();
    limits.max_image_width = Some(SIDE);
    limits.max_image_height = Some(SIDE);
    limits.max_alloc = Some(UNPACKED);
    reader.limits(limits);
    let mut decoder = reader.into_decoder()?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > PIXELS || decoder.total_bytes() > UNPACKED {
        return Err(Broken::TooLarge);
    }
    let orientation = decoder.orientation()?;
    let picture = plain(DynamicImage::from_decoder(decoder)?);
    let [small, middle, large] = WIDTHS;
    // Made small before it is turned, which needs a second copy.
    let mut picture = shrink(picture, large, lies(orientation))?;
    picture.apply_orientation(orientation);
    let (width, height) = (picture.width(), picture.height());
    let biggest = encode(&picture)?;
    let picture = shrink(picture, middle, false)?;
    let medium = encode(&picture)?;
    let smallest = encode(&shrink(picture, small, false)?)?;
    Ok(Pictures { sizes: [smallest, medium, biggest], width, height })
}

/// Eight bits for each of three or four channels.
fn plain(picture: DynamicImage) -> DynamicImage {
    if picture.color().has_alpha() {
        DynamicImage::ImageRgba8(picture.into_rgba8())
    } else {
        DynamicImage::ImageRgb8(picture.into_rgb8())
    }
}

/// Whether a picture lies on its side, so that its height becomes its width.
const fn lies(orientation: Orientation) -> bool {
    matches!(
        orientation,
        Orientation::Rotate90 | Orientation::Rotate270 | Orientation::Rotate90FlipH | Orientation::Rotate270FlipH
    )
}

fn encode(picture: &DynamicImage) -> Result<Bytes, Broken> {
    let (width, height) = (picture.width(), picture.height());
    let encoder = match picture {
        DynamicImage::ImageRgb8(pixels) => webp::Encoder::from_rgb(pixels.as_raw(), width, height),
        other => webp::Encoder::from_rgba(other.as_bytes(), width, height),
    };
    let encoded = encoder.encode_simple(false, QUALITY).map_err(|_| Broken::Unreadable)?;
    Ok(Bytes::copy_from_slice(&encoded))
}

/// The picture with at most `most` pixels across; with `side`, from top to bottom.
fn shrink(picture: DynamicImage, most: u32, side: bool) -> Result<DynamicImage, Broken> {
    let across = if side { picture.height() } else { picture.width() };
    if across <= most {
        return Ok(picture);
    }
    let scaled = |length: u32| (u64::from(length) * u64::from(most) / u64::from(across)).max(1) as u32;
    let (width, height) = (scaled(picture.width()), scaled(picture.height()));
    let pixels = picture.pixel_type().ok_or(Broken::Unreadable)?;
    let mut target = Image::new(width, height, pixels);
    Resizer::new().resize(&picture, &mut target, None).map_err(|_| Broken::Unreadable)?;
    let raw = target.into_vec();
    let shrunk = if picture.color().has_alpha() {
        image::RgbaImage::from_raw(width, height, raw).map(DynamicImage::ImageRgba8)
    } else {
        image::RgbImage::from_raw(width, height, raw).map(DynamicImage::ImageRgb8)
    };
    shrunk.ok_or(Broken::Unreadable)
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use super::*;

    fn file(bytes: &[u8]) -> File {
        let mut file = tempfile::tempfile().unwrap();
        file.write_all(bytes).unwrap();
        file
    }

    fn png(width: u32, height: u32) -> Vec<u8> {
        let mut bytes = std::io::Cursor::new(Vec::new());
        image::GrayImage::new(width, height).write_to(&mut bytes, image::ImageFormat::Png).unwrap();
        bytes.into_inner()
    }

    #[tokio::test]
    async fn a_picture_is_kept_in_three_sizes_and_never_made_larger() {
        let large = pictures(file(&png(2000, 1000))).await.unwrap();
        assert_eq!((large.width, large.height), (1600, 800));
        let widths = large.sizes.each_ref().map(|size| image::load_from_memory(size).unwrap().width());
        assert_eq!(widths, WIDTHS);
        let small = pictures(file(&png(40, 30))).await.unwrap();
        assert_eq!((small.width, small.height), (40, 30));
    }

    #[tokio::test]
    async fn too_many_pixels_are_refused_before_they_are_unpacked() {
        for (width, height) in [(12_001, 1), (1, 12_001), (8_000, 6_000)] {
            assert_eq!(pictures(file(&png(width, height))).await.unwrap_err(), Broken::TooLarge, "{width} × {height}");
        }
        // What it says of itself is not what it has: the head of a bomb, and a picture that ends too soon.
        let mut lies = png(40, 30);
        lies[16..24].copy_from_slice(&[0x7f, 0xff, 0xff, 0xff, 0x7f, 0xff, 0xff, 0xff]);
        pictures(file(&lies)).await.unwrap_err();
        assert_eq!(pictures(file(&png(400, 300)[..80])).await.unwrap_err(), Broken::Unreadable);
        assert_eq!(pictures(file(b"")).await.unwrap_err(), Broken::Unreadable);
    }
}
