//! Tries what the sandbox forbids, from inside.
//!
//! `meldpunt check` prepares before it enters the sandbox, and then tries. What is tried harms
//! nothing if it goes through: the program's own file is read and run, an own port is connected to,
//! and an empty file made in the temporary folder is taken away again.

use super::Wall;
use std::{
    fs::{self, File, OpenOptions},
    io,
    net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream, UdpSocket},
    path::PathBuf,
    process::{Command, Stdio},
};

/// Something that the sandbox forbids.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Try {
    /// Reads a file that is not its own.
    Read,
    /// Makes a file outside its folder.
    Write,
    /// Connects to somebody, or sends them something.
    Connect,
    /// Starts a program.
    Execute,
    /// Changes its own memory past the rules for it, as who smuggles code in would.
    Memory,
}

impl Try {
    /// Everything that is tried.
    pub const ALL: [Self; 5] =
        [Self::Read, Self::Write, Self::Connect, Self::Execute, Self::Memory];

    /// The wall that it runs into.
    pub fn wall(self) -> Wall {
        match self {
            Self::Read | Self::Write | Self::Memory => Wall::Folders,
            Self::Connect | Self::Execute => Wall::Calls,
        }
    }
}

/// What is there to try with.
pub struct Tries {
    program: PathBuf,
    outside: PathBuf,
    _listener: TcpListener,
    address: SocketAddr,
}

impl Tries {
    /// Gets ready, outside the sandbox.
    ///
    /// # Errors
    /// What the operating system says: not even outside can all of it be done.
    pub fn prepare() -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let name = format!("meldpunt-check-{}", std::process::id());
        let tries = Self {
            program: std::env::current_exe()?,
            outside: std::env::temp_dir().join(name),
            address: listener.local_addr()?,
            _listener: listener,
        };
        // A try proves something only when it goes through where it may.
        File::open(&tries.program)?;
        TcpStream::connect(tries.address)?;
        Ok(tries)
    }

    /// Tries, and gives what went through.
    pub fn run(&self) -> Vec<Try> {
        Try::ALL.into_iter().filter(|what| self.goes_through(*what)).collect()
    }

    fn goes_through(&self, what: Try) -> bool {
        match what {
            Try::Read => File::open(&self.program).is_ok(),
            Try::Write => self.write().is_ok(),
            Try::Connect => {
                TcpStream::connect(self.address).is_ok()
                    || UdpSocket::bind((Ipv4Addr::LOCALHOST, 0))
                        .is_ok_and(|socket| socket.send_to(b"?", self.address).is_ok())
            }
            Try::Execute => {
                let mut command = Command::new(&self.program);
                command.arg("--version").stdin(Stdio::null()).stdout(Stdio::null());
                command.status().is_ok()
            }
            Try::Memory => OpenOptions::new().write(true).open("/proc/self/mem").is_ok(),
        }
    }

    fn write(&self) -> io::Result<()> {
        OpenOptions::new().write(true).create_new(true).open(&self.outside)?;
        fs::remove_file(&self.outside)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn outside_the_sandbox_everything_goes_through() {
        assert_eq!(Tries::prepare().unwrap().run(), Try::ALL);
    }
}
