//! Errors of the commands.

/// A command could not do it.
#[derive(Debug, thiserror::Error)]
pub(crate) enum CliError {
    #[error(transparent)]
    Wallet(#[from] ::wallet::WalletError),
    #[error(transparent)]
    Inspector(#[from] inspector::InspectorError),
    #[error(transparent)]
    Inspection(#[from] inspector::InspectionError),
    #[error(transparent)]
    Issuer(#[from] issuer::IssuerError),
    #[error(transparent)]
    NoReport(#[from] ::report::NoReport),
    #[error(transparent)]
    Report(#[from] inspector::report::ReportError),
    #[error(transparent)]
    Document(#[from] ::report::Unwritable),
    #[error(transparent)]
    Registers(#[from] ::registers::Unconnected),
    #[error("{0}: {1}")]
    File(String, std::io::Error),
    #[error("{0}")]
    Words(String),
    #[error("the code does not fit into a QR code")]
    Qr(#[from] presentation::NoQr),
    #[error("the picture could not be written: {0}")]
    Picture(#[from] image::ImageError),
    #[error(transparent)]
    Io(#[from] std::io::Error),
    #[error(transparent)]
    NoRandomness(#[from] credential::NoRandomness),
}
