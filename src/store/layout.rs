//! Keys and values of the index, as bytes.
//!
//! [`super::index`] draws them in a table, and with [`super::agreement`] is all that uses them. What
//! does not read back is answered with [`StoreError::Index`]; nothing here touches a tree.

use super::{
    NewCase, StoreError, files::SealedFile, index::Position, record::first_bytes, walk::Tip,
};
use crate::core::{
    AttachmentId, CaseId, Day, ItemKind, OfficerId, OnceId, SealedItem,
    wire::{self, CaseHead},
};

/// The head of a case that has its report alone.
pub fn head_of_new(new: &NewCase) -> CaseHead {
    CaseHead {
        case: new.case,
        number: new.number.to_string(),
        day: new.day,
        readers: new.readers.clone(),
        acknowledged_on: None,
        items: 1,
    }
}

/// Reads a value of `cases`.
pub fn read_head(bytes: &[u8]) -> Result<CaseHead, StoreError> {
    wire::from_bytes(bytes).ok_or(StoreError::Index)
}

/// Reads a value of `mailboxes`.
pub fn read_case(bytes: &[u8]) -> Result<CaseId, StoreError> {
    bytes.try_into().map(CaseId::from_bytes).map_err(|_| StoreError::Index)
}

/// A key of `items`, and a value of `feed`.
pub fn item_key(case: CaseId, sequence: u32) -> [u8; 20] {
    let mut key = [0; 20];
    key[..16].copy_from_slice(case.as_bytes());
    key[16..].copy_from_slice(&sequence.to_be_bytes());
    key
}

/// Reads what [`item_key`] made.
pub fn read_item_key(key: &[u8]) -> Result<(CaseId, u32), StoreError> {
    let key: &[u8; 20] = key.try_into().map_err(|_| StoreError::Index)?;
    Ok((CaseId::from_bytes(first_bytes(key)), u32::from_be_bytes(first_bytes(&key[16..]))))
}

/// A value of `items`; the record number finds its place in `feed`.
pub fn item_value(number: u64, day: Day, item: &SealedItem) -> Vec<u8> {
    let mut value = Vec::with_capacity(11 + item.as_bytes().len());
    value.extend_from_slice(&number.to_be_bytes());
    value.push(item.kind().number());
    value.extend_from_slice(&day.number().to_be_bytes());
    value.extend_from_slice(item.as_bytes());
    value
}

/// Reads the record number that [`item_value`] put in front.
pub fn read_item_number(value: &[u8]) -> Result<u64, StoreError> {
    value.first_chunk().copied().map(u64::from_be_bytes).ok_or(StoreError::Index)
}

/// Reads what [`item_value`] put after the record number.
pub fn read_item(value: &[u8]) -> Result<(Day, SealedItem), StoreError> {
    let (_, value) = value.split_first_chunk::<8>().ok_or(StoreError::Index)?;
    let ([kind, day @ ..], sealed) = value.split_first_chunk::<3>().ok_or(StoreError::Index)?;
    let kind = ItemKind::from_number(*kind).ok_or(StoreError::Index)?;
    let item = SealedItem::from_bytes(kind, sealed.to_vec()).ok_or(StoreError::Index)?;
    Ok((Day::from_number(u16::from_be_bytes(*day)), item))
}

/// A key of `onces`.
pub fn once_key(case: CaseId, once: OnceId) -> [u8; 32] {
    let mut key = [0; 32];
    key[..16].copy_from_slice(case.as_bytes());
    key[16..].copy_from_slice(once.as_bytes());
    key
}

/// A key of `feed`.
pub fn feed_key(officer: OfficerId, number: u64) -> [u8; 24] {
    let mut key = [0; 24];
    key[..16].copy_from_slice(officer.as_bytes());
    key[16..].copy_from_slice(&number.to_be_bytes());
    key
}

/// A value of `attachments`.
pub fn file_value(case: CaseId, file: &SealedFile) -> [u8; 56] {
    let mut value = [0; 56];
    value[..16].copy_from_slice(case.as_bytes());
    value[16..24].copy_from_slice(&file.bytes.to_be_bytes());
    value[24..].copy_from_slice(&file.digest);
    value
}

/// Reads a key and a value of `attachments`.
pub fn read_file(key: &[u8], value: &[u8]) -> Result<(CaseId, SealedFile), StoreError> {
    let id = key.try_into().map(AttachmentId::from_bytes).map_err(|_| StoreError::Index)?;
    let value: &[u8; 56] = value.try_into().map_err(|_| StoreError::Index)?;
    let bytes = u64::from_be_bytes(first_bytes(&value[16..24]));
    let file = SealedFile { id, bytes, digest: first_bytes(&value[24..]) };
    Ok((CaseId::from_bytes(first_bytes(value)), file))
}

/// The value of `position`.
pub fn position_value(position: Position) -> [u8; 48] {
    let mut value = [0; 48];
    value[..8].copy_from_slice(&position.tip.number.to_be_bytes());
    value[8..40].copy_from_slice(&position.tip.check);
    value[40..].copy_from_slice(&position.end.to_be_bytes());
    value
}

/// Reads what [`position_value`] wrote.
pub fn read_position(bytes: &[u8]) -> Result<Position, StoreError> {
    let bytes: &[u8; 48] = bytes.try_into().map_err(|_| StoreError::Index)?;
    let tip = Tip {
        number: u64::from_be_bytes(first_bytes(&bytes[..8])),
        check: first_bytes(&bytes[8..40]),
    };
    Ok(Position { tip, end: u64::from_be_bytes(first_bytes(&bytes[40..])) })
}
