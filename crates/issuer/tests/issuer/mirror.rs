//! The copy of the public key set: in a folder, and in a real store that speaks S3.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use card::Reason;
use issuer::{Issuer, PublishTo, S3};
use tempfile::TempDir;
use test_support::at;

use crate::office::Office;

/// All files below a folder, with what is in them.
fn files(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    fn walk(at: &Path, below: &Path, found: &mut Vec<(PathBuf, Vec<u8>)>) {
        for entry in std::fs::read_dir(at).unwrap().map(Result::unwrap) {
            let path = entry.path();
            if path.is_dir() {
                walk(&path, below, found);
            } else {
                let name = path.strip_prefix(below).unwrap().to_owned();
                found.push((name, std::fs::read(&path).unwrap()));
            }
        }
    }
    let mut found = Vec::new();
    walk(folder, folder, &mut found);
    found.sort();
    found
}

/// The same office, publishing to somewhere too.
fn publishing(office: Office, to: &PublishTo) -> Office {
    let Office { folder, issuer, card, job } = office;
    drop(issuer);
    let issuer = Issuer::open(folder.path()).unwrap().publish_to(to).unwrap();
    Office { folder, issuer: Arc::new(issuer), card, job }
}

#[test]
fn what_lies_in_a_mirrored_folder_syncs_and_no_inspectors_file_is_there() {
    let copy = tempfile::tempdir().unwrap();
    let office = publishing(Office::new(), &PublishTo::Folder(copy.path().into()));
    office.phone("phone");
    office.issuer.rotate_issuer_key(at(1)).unwrap();
    let version = office.issuer.publish(at(2)).unwrap();
    let names: Vec<String> =
        files(copy.path()).iter().map(|(name, _)| name.display().to_string()).collect();
    for there in ["head.cbor", "root/1.cbor", "root/2.cbor", &format!("status/{version}.cwt")] {
        assert!(names.iter().any(|name| name == there), "{there}: {names:?}");
    }
    let inspectors = |name: &String| name.starts_with("reasons") || name.starts_with("index");
    assert!(!names.iter().any(inspectors), "{names:?}");
    for (name, bytes) in files(copy.path()) {
        assert_eq!(std::fs::read(office.issuer.key_set_folder().join(&name)).unwrap(), bytes);
    }
}

#[test]
fn old_lists_go_and_roots_stay() {
    let copy = tempfile::tempdir().unwrap();
    let office = publishing(Office::new(), &PublishTo::Folder(copy.path().into()));
    let last = (0..30).fold(0, |_, second| office.issuer.publish(at(second)).unwrap());
    let lists = files(&copy.path().join("status"));
    assert!((2..=24).contains(&lists.len()), "{}", lists.len());
    assert!(copy.path().join(format!("status/{last}.cwt")).exists());
    assert!(copy.path().join("root/1.cbor").exists());
}

#[test]
fn a_copy_that_fails_stops_nothing_is_told_and_is_made_good_by_the_next() {
    let copy = tempfile::tempdir().unwrap();
    let office = publishing(Office::new(), &PublishTo::Folder(copy.path().into()));
    office.issuer.publish(at(1)).unwrap();
    // A file where a folder must be.
    std::fs::remove_dir_all(copy.path().join("status")).unwrap();
    std::fs::write(copy.path().join("status"), b"").unwrap();
    let before = std::fs::read(copy.path().join("head.cbor")).unwrap();
    office.issuer.block(&office.job, Reason::WorkerNotEmployed, "t", at(2)).unwrap();
    office.issuer.publish(at(2)).unwrap();
    assert_eq!(std::fs::read(copy.path().join("head.cbor")).unwrap(), before, "the old set whole");
    assert!(office.issuer.copy_is_behind().unwrap());
    std::fs::remove_file(copy.path().join("status")).unwrap();
    office.issuer.publish(at(3)).unwrap();
    assert!(!office.issuer.copy_is_behind().unwrap());
    let head = std::fs::read(office.issuer.key_set_folder().join("head.cbor")).unwrap();
    assert_eq!(std::fs::read(copy.path().join("head.cbor")).unwrap(), head);
}

/// A store on loopback that speaks S3 and checks signatures.
struct Store {
    _runtime: tokio::runtime::Runtime,
    folder: TempDir,
    endpoint: String,
}

const ID: &str = "AKIATEST";
const SECRET: &str = "a secret of the test";

impl Store {
    fn start() -> Self {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("key-set")).unwrap();
        let runtime = tokio::runtime::Runtime::new().unwrap();
        let mut service =
            s3s::service::S3ServiceBuilder::new(s3s_fs::FileSystem::new(folder.path()).unwrap());
        service.set_auth(s3s::auth::SimpleAuth::from_single(ID, SECRET));
        let service = service.build();
        let listener = runtime.block_on(tokio::net::TcpListener::bind("127.0.0.1:0")).unwrap();
        let endpoint = format!("http://{}", listener.local_addr().unwrap());
        runtime.spawn(async move {
            loop {
                let Ok((stream, _)) = listener.accept().await else { break };
                let service = service.clone();
                tokio::spawn(async move {
                    let stream = hyper_util::rt::TokioIo::new(stream);
                    let http = hyper_util::server::conn::auto::Builder::new(
                        hyper_util::rt::TokioExecutor::new(),
                    );
                    let _ = http.serve_connection(stream, service).await;
                });
            }
        });
        Self { _runtime: runtime, folder, endpoint }
    }

    fn settings(&self, secret: &str) -> PublishTo {
        PublishTo::S3(S3 {
            bucket: "key-set".into(),
            prefix: "no/hms".into(),
            endpoint: Some(self.endpoint.clone()),
            region: Some("eu-north-1".into()),
            access_key_id: Some(ID.into()),
            secret_access_key: Some(secret.into()),
        })
    }
}

#[test]
fn a_store_that_speaks_s3_gets_the_public_files_as_they_are() {
    let store = Store::start();
    let office = publishing(Office::new(), &store.settings(SECRET));
    office.phone("phone");
    let version = office.issuer.publish(at(1)).unwrap();
    assert!(!office.issuer.copy_is_behind().unwrap());
    let below = store.folder.path().join("key-set/no/hms");
    for name in ["head.cbor".into(), "root/1.cbor".into(), format!("status/{version}.cwt")] {
        let own = std::fs::read(office.issuer.key_set_folder().join(&name)).unwrap();
        assert_eq!(std::fs::read(below.join(&name)).unwrap(), own, "{name}");
    }
    assert!(!below.join("reasons").exists() && !below.join("index").exists());
}

#[test]
fn a_store_that_refuses_or_is_down_leaves_the_copy_behind_and_the_key_set_published() {
    let store = Store::start();
    let office = publishing(Office::new(), &store.settings("another secret"));
    let version = office.issuer.publish(at(1)).unwrap();
    assert_eq!(office.key_set_at(at(1)).version(), version);
    assert!(office.issuer.copy_is_behind().unwrap());
    assert!(!store.folder.path().join("key-set/no/hms/head.cbor").exists());
    let secret = format!("{:?}", store.settings(SECRET));
    assert!(!secret.contains(SECRET) && secret.contains("key-set"), "{secret}");
}
