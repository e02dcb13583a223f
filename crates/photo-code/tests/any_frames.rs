//! Any frames that are enough, in any order, make the same bytes; and nothing else makes a photo.
#![allow(clippy::unwrap_used, clippy::panic)]

use photo_code::{Collector, Fountain, MAX_PHOTO, Refused, SYMBOL, Step};
use proptest::prelude::*;

/// Bytes that look like a photo's: different everywhere.
fn photo(length: usize, seed: u32) -> Vec<u8> {
    let next = |state: &mut u32| {
        *state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        Some(state.to_be_bytes()[0])
    };
    (0..length).scan(seed, |state, _| next(state)).collect()
}

/// What comes of a stream, and how many of its frames were looked at.
fn collect<'f>(
    collector: &mut Collector,
    frames: impl IntoIterator<Item = &'f String>,
) -> (Option<Vec<u8>>, usize) {
    let mut looked = 0;
    for frame in frames {
        looked += 1;
        if let Ok(Step::Complete(file)) = collector.take(frame) {
            return (Some(file), looked);
        }
    }
    (None, looked)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn frames_in_any_order_with_losses_doubles_and_foreign_ones_make_the_same_photo(
        length in 1..=MAX_PHOTO,
        seed: u32,
        from in 0..(1u32 << 24) - 600,
        order in Just((0..400usize).collect::<Vec<_>>()).prop_shuffle(),
        lost in 0..60u8,
        seen_again in 1..4usize,
    ) {
        let file = photo(length, seed);
        let fountain = Fountain::of(&file).unwrap();
        let foreign = Fountain::of(&photo(length, seed ^ 1)).unwrap().frames(from, 400);
        let own = fountain.frames(from, 400);
        let mut stream = Vec::new();
        for place in order {
            if place % 100 < usize::from(lost) {
                stream.push(&foreign[place]);
            } else {
                stream.extend(std::iter::repeat_n(&own[place], seen_again));
            }
        }
        let mut collector = Collector::for_photo(fountain.digest());
        let (made, _) = collect(&mut collector, stream);
        prop_assert_eq!(made, Some(file));
    }

    #[test]
    fn no_text_panics_and_none_is_a_photo(text in "[0-9]{1711}|.{0,40}") {
        let mut collector = Collector::for_photo(Fountain::of(b"photo").unwrap().digest());
        prop_assert!(!matches!(collector.take(&text), Ok(Step::Complete(_))));
    }
}

#[test]
fn two_frames_more_than_needed_are_enough_in_each_of_many_streams() {
    let file = photo(18_000, 1);
    let fountain = Fountain::of(&file).unwrap();
    let worst = (0..200).map(|at| {
        let stream = fountain.frames(1_000 * at + 500, 100);
        let mut collector = Collector::for_photo(fountain.digest());
        let (made, looked) = collect(&mut collector, &stream);
        assert_eq!(made.as_ref(), Some(&file));
        looked
    });
    assert!(worst.max().unwrap() <= usize::from(fountain.needed()) + 2);
}

#[test]
fn a_frame_of_another_photo_is_told_and_costs_nothing() {
    let (own, other) = (Fountain::of(&photo(9_000, 1)).unwrap(), photo(9_000, 2));
    let mut collector = Collector::for_photo(own.digest());
    let frames = own.frames(0, own.needed());
    let (last, first) = frames.split_last().unwrap();
    assert_eq!(collect(&mut collector, first), (None, first.len()));
    let foreign = Fountain::of(&other).unwrap().frames(7, 1);
    assert_eq!(collector.take(&foreign[0]), Err(Refused::AnotherPhoto));
    assert_eq!(collector.take("HTTPS://HMSKORT.EXAMPLE/V#123"), Err(Refused::NotAPhotoCode));
    assert_eq!(collector.take(last), Ok(Step::Complete(photo(9_000, 1))));
}

/// The frame with another symbol: what somebody makes who wants to pass with another picture.
fn forged(frame: &str) -> String {
    let mut digits: Vec<char> = frame.chars().collect();
    let last = digits.last_mut().unwrap();
    *last = if *last == '1' { '2' } else { '1' };
    digits.into_iter().collect()
}

#[test]
fn a_picture_with_another_digest_is_never_given_and_an_honest_stream_succeeds_after_it() {
    let file = photo(9_000, 1);
    let fountain = Fountain::of(&file).unwrap();
    let mut collector = Collector::for_photo(fountain.digest());
    let frames = fountain.frames(0, fountain.needed());
    let mixed = frames.iter().enumerate().map(|(place, frame)| match place {
        3 => forged(frame),
        _ => frame.clone(),
    });
    let last = mixed.map(|frame| collector.take(&frame)).last();
    assert_eq!(last, Some(Err(Refused::DoesNotFit)));
    assert_eq!(collect(&mut collector, &frames).0, Some(file));
}

#[test]
fn a_stream_without_end_is_given_up_before_it_costs_memory() {
    // Frames that contradict each other in what they are, and never make a photo.
    let file = photo(MAX_PHOTO, 1);
    let fountain = Fountain::of(&file).unwrap();
    let mut collector = Collector::for_photo(fountain.digest());
    let most = MAX_PHOTO / usize::from(SYMBOL) + 1 + 16;
    for frame in fountain.frames(0, 2_000) {
        match collector.take(&forged(&frame)) {
            Ok(Step::Collecting(progress)) => assert!(progress.have < most, "{progress:?}"),
            Err(refused) => assert_eq!(refused, Refused::DoesNotFit),
            Ok(Step::Complete(_)) => panic!("a photo that nobody signed"),
        }
    }
}

#[test]
fn what_no_card_has_is_not_shown() {
    assert!(Fountain::of(&[]).is_err());
    assert!(Fountain::of(&vec![1; MAX_PHOTO + 1]).is_err());
}
