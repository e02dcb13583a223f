//! The phone's side: frames without end.

use credential::PhotoDigest;
use raptorq::{EncodingPacket, SourceBlockEncoder};

use crate::frame::{Frame, MAX_PHOTO, NUMBERS, start_of};
use crate::{symbols, transfer};

/// The file can't be shown: it is empty, or longer than [`MAX_PHOTO`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a photo that a code carries has 1 to {MAX_PHOTO} bytes")]
pub struct NoPhotoCode;

/// A photo, ready to be shown.
#[derive(Clone)]
pub struct Fountain {
    digest: PhotoDigest,
    length: u16,
    encoder: SourceBlockEncoder,
}

impl Fountain {
    /// Of a photo file, as the issuer made it.
    ///
    /// # Errors
    /// [`NoPhotoCode`].
    pub fn of(photo: &[u8]) -> Result<Self, NoPhotoCode> {
        let length = u16::try_from(photo.len()).map_err(|_| NoPhotoCode)?;
        if length == 0 || photo.len() > MAX_PHOTO {
            return Err(NoPhotoCode);
        }
        // The encoder takes whole symbols (RFC 6330 § 4.4.1.2: padded with zeros).
        let mut padded = photo.to_vec();
        padded.resize(usize::from(symbols(length)) * usize::from(crate::SYMBOL), 0);
        let encoder = SourceBlockEncoder::new(0, &transfer(length), &padded);
        Ok(Self { digest: PhotoDigest::of(photo), length, encoder })
    }

    /// The photo's digest.
    #[must_use]
    pub fn digest(&self) -> PhotoDigest {
        self.digest
    }

    /// How many frames are enough if none is missed.
    #[must_use]
    pub fn needed(&self) -> u16 {
        symbols(self.length)
    }

    /// The texts of `count` frames, from this place in the stream on. The first ones are the photo
    /// itself, those behind them are made of it; after 2²⁴ it starts over.
    #[must_use]
    pub fn frames(&self, from: u32, count: u16) -> Vec<String> {
        let photo = self.encoder.source_packets();
        let first_repair = u32::from(self.needed());
        (0..u32::from(count))
            .filter_map(|step| {
                let number = from.wrapping_add(step) % NUMBERS;
                let packet = match photo.get(number as usize) {
                    Some(packet) => packet.clone(),
                    None => self.encoder.repair_packets(number - first_repair, 1).pop()?,
                };
                Some(self.text(number, packet))
            })
            .collect()
    }

    fn text(&self, number: u32, packet: EncodingPacket) -> String {
        let (_, symbol) = packet.split();
        let start = start_of(&self.digest);
        Frame { start, length: self.length, number, symbol }.to_text()
    }
}

/// A face is personal: nothing of it is written.
impl std::fmt::Debug for Fountain {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Fountain").field("length", &self.length).finish_non_exhaustive()
    }
}
