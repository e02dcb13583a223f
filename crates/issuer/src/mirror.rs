//! A copy of the public key set where many can fetch it: a web server's folder, or a store that
//! speaks S3.
//!
//! **Threats.** Whoever can write there: nothing is read back from it but names and lengths, and
//! the next root starts from the one in the issuer's own folder. Whoever can read there: only what
//! is everybody's goes out, never an inspector's file. A kill in between: files first, the head
//! last, as at home; the next publication brings what is missing.

use std::fmt;
use std::fs::File;
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::{Path as FilePath, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use futures_util::TryStreamExt;
use key_set::FileName;
use object_store::aws::AmazonS3Builder;
use object_store::local::LocalFileSystem;
use object_store::path::Path;
use object_store::{
    Attribute, Attributes, ClientOptions, ObjectStore, ObjectStoreExt, PutOptions, RetryConfig,
};
use serde::Deserialize;

use crate::error::IssuerError;
use crate::files;

/// How many versions of the status list stay for those who fetched the head a moment ago.
const KEPT: u64 = 24;

/// How long one request may take, and how long a publication waits for a store that is down.
const TIMEOUT: Duration = Duration::from_secs(20);

/// The file that says which version went out last, and whose lock keeps other processes waiting.
const STATE: &str = "mirror.version";

/// Where the copy goes.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PublishTo {
    /// A folder that is there.
    Folder(PathBuf),
    /// A store that speaks S3.
    S3(S3),
}

/// A bucket. What isn't set comes from the environment (`AWS_…`) as with Amazon's own programs.
#[derive(Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct S3 {
    /// Its name.
    pub bucket: String,
    /// What stands before each name, without a slash at the end.
    #[serde(default)]
    pub prefix: String,
    /// Where the store is, when it isn't Amazon's: `https://…`; `http://…` only on this machine.
    pub endpoint: Option<String>,
    /// The region.
    pub region: Option<String>,
    /// Who asks.
    pub access_key_id: Option<String>,
    /// Their secret.
    pub secret_access_key: Option<String>,
}

impl fmt::Debug for S3 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("S3")
            .field("bucket", &self.bucket)
            .field("prefix", &self.prefix)
            .field("endpoint", &self.endpoint)
            .finish_non_exhaustive()
    }
}

/// An open place for the copy.
#[derive(Debug)]
pub(crate) struct Mirror {
    store: Arc<dyn ObjectStore>,
    prefix: Path,
    /// Whether the store keeps how long a file may be cached.
    attributes: bool,
}

impl Mirror {
    pub(crate) fn open(to: &PublishTo) -> Result<Self, IssuerError> {
        match to {
            PublishTo::Folder(folder) => {
                let store = LocalFileSystem::new_with_prefix(folder)?.with_fsync(true);
                Ok(Self { store: Arc::new(store), prefix: Path::default(), attributes: false })
            }
            PublishTo::S3(s3) => s3.open(),
        }
    }

    /// Brings a publication out, unless a later one is out already.
    pub(crate) fn put(
        &self,
        issuer: &FilePath,
        version: u64,
        lists: &[(FileName, &[u8])],
        head: &[u8],
    ) -> Result<(), IssuerError> {
        let mut state = state(issuer)?;
        state.lock()?;
        if last(&mut state)? >= version {
            return Ok(());
        }
        let roots: Vec<_> = (1..).map(FileName::Root).zip(files::roots(issuer)?).collect();
        // A thread of its own, since the caller's may belong to a runtime already.
        std::thread::scope(|scope| {
            let work = scope.spawn(|| -> Result<(), IssuerError> {
                let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
                Ok(runtime.block_on(self.bring(version, &roots, lists, head))?)
            });
            work.join().unwrap_or_else(|_| Err(std::io::Error::other("the copy stopped").into()))
        })?;
        state.set_len(0)?;
        state.seek(SeekFrom::Start(0))?;
        state.write_all(version.to_string().as_bytes())?;
        Ok(state.sync_all()?)
    }

    async fn bring(
        &self,
        version: u64,
        roots: &[(FileName, Vec<u8>)],
        lists: &[(FileName, &[u8])],
        head: &[u8],
    ) -> object_store::Result<()> {
        let there = self.there("root").await?;
        for (file, bytes) in roots {
            let is_there =
                |(at, size): &(Path, u64)| *at == self.at(*file) && *size == bytes.len() as u64;
            if !there.iter().any(is_there) {
                self.write(*file, bytes, "no-cache").await?;
            }
        }
        for (file, bytes) in lists.iter().filter(|(file, _)| !file.is_for_inspectors()) {
            self.write(*file, bytes, "public, max-age=31536000, immutable").await?;
        }
        self.write(FileName::Head, head, "no-cache").await?;
        for kind in ["status", "approved"] {
            for (path, _) in self.there(kind).await? {
                let number = path.filename().and_then(|name| name.split('.').next()?.parse().ok());
                if number.is_some_and(|number: u64| number + KEPT <= version) {
                    self.store.delete(&path).await?;
                }
            }
        }
        Ok(())
    }

    /// Names and lengths of what lies below a name.
    async fn there(&self, below: &str) -> object_store::Result<Vec<(Path, u64)>> {
        let below = self.prefix.clone().join(below);
        self.store
            .list(Some(&below))
            .map_ok(|found| (found.location, found.size))
            .try_collect()
            .await
    }

    fn at(&self, file: FileName) -> Path {
        file.to_string().split('/').fold(self.prefix.clone(), Path::join)
    }

    async fn write(
        &self,
        file: FileName,
        bytes: &[u8],
        cache: &'static str,
    ) -> object_store::Result<()> {
        let mut options = PutOptions::default();
        if self.attributes {
            options.attributes = Attributes::from_iter([
                (Attribute::CacheControl, cache),
                (Attribute::ContentType, "application/cbor"),
            ]);
        }
        self.store.put_opts(&self.at(file), bytes.to_vec().into(), options).await?;
        Ok(())
    }
}

impl S3 {
    fn open(&self) -> Result<Mirror, IssuerError> {
        // Two providers of cryptography are linked in; this says which one TLS uses.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let plain = self.endpoint.as_ref().is_some_and(|endpoint| {
            ["http://127.0.0.1", "http://[::1]", "http://localhost"]
                .iter()
                .any(|here| endpoint.starts_with(here))
        });
        let options = ClientOptions::new().with_timeout(TIMEOUT).with_allow_http(plain);
        let retry = RetryConfig { max_retries: 3, retry_timeout: TIMEOUT, ..Default::default() };
        let mut builder = AmazonS3Builder::from_env()
            .with_bucket_name(&self.bucket)
            .with_client_options(options)
            .with_retry(retry);
        if let Some(endpoint) = &self.endpoint {
            builder = builder.with_endpoint(endpoint);
        }
        if let Some(region) = &self.region {
            builder = builder.with_region(region);
        }
        if let Some(id) = &self.access_key_id {
            builder = builder.with_access_key_id(id);
        }
        if let Some(secret) = &self.secret_access_key {
            builder = builder.with_secret_access_key(secret);
        }
        let prefix = Path::parse(&self.prefix).map_err(object_store::Error::from)?;
        Ok(Mirror { store: Arc::new(builder.build()?), prefix, attributes: true })
    }
}

/// The version that is out; 0 when none is.
pub(crate) fn mirrored(issuer: &FilePath) -> Result<u64, IssuerError> {
    last(&mut state(issuer)?)
}

fn state(issuer: &FilePath) -> Result<File, IssuerError> {
    let mut options = File::options();
    options.read(true).write(true).create(true).truncate(false);
    Ok(options.open(issuer.join(STATE))?)
}

fn last(state: &mut File) -> Result<u64, IssuerError> {
    let mut text = String::new();
    state.seek(SeekFrom::Start(0))?;
    state.take(20).read_to_string(&mut text)?;
    Ok(text.trim().parse().unwrap_or_default())
}
