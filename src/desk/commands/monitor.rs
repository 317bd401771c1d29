//! The command that makes an overview.

use super::{CommandError, Session};
use crate::desk::{
    arguments::MonitorArguments,
    attachments::{FileError, write_readable},
    casework::Keyed,
    monitoring::{
        Audience, Period,
        export::{Asked, FileKind, publish},
    },
    terminal::print,
};

impl Session<'_> {
    pub(super) fn monitor(&self, arguments: &MonitorArguments) -> Result<(), CommandError> {
        let MonitorArguments { period, audience, format, to } = arguments;
        let period = Period::parse(period).ok_or(CommandError::Period)?;
        let audience = Audience::find(audience).ok_or(CommandError::Audience)?;
        let kind = FileKind::find(format).ok_or(CommandError::Format)?;
        if to.exists() {
            return Err(FileError::Exists(to.display().to_string()).into());
        }
        let (workplace, ring, book) = self.unlocked()?;
        let asked = Asked { period, audience };
        let bytes = publish(&workplace, (&ring, &book), (asked, kind), self.language)?;
        write_readable(to, &bytes)?;
        Ok(print(&[self.texts.desk_monitor_saved(to.display().to_string())])?)
    }
}
