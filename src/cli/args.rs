//! What can be said on the command line.

use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand, ValueEnum};

use super::out::{EXAMPLE, folded};
use crate::check::Severity;
use crate::import::DateOrder;
use crate::model::{Day, Profile};
use crate::share::choice::WIDTHS;
use crate::share::{Paper, Section, Tone};
use crate::words::language::{DateForm, Language};
use crate::words::nearest::nearest;
use crate::words::{self, files, house, import, terminal as say};

/// The whole command line.
#[derive(Debug, Parser)]
#[command(
    name = "momentboard",
    bin_name = "momentboard",
    version,
    about = say::about(),
    long_about = say::about_long(),
    after_help = folded(say::about_examples(), EXAMPLE),
    args_conflicts_with_subcommands = true
)]
pub(super) struct Line {
    #[command(subcommand)]
    pub(super) command: Option<Command>,
    #[arg(value_name = "FILE", help = say::arg_file())]
    pub(super) file: Option<PathBuf>,
    #[arg(long, value_enum, help = say::arg_renderer())]
    pub(super) renderer: Option<Renderer>,
    /// For the program itself, after it broke.
    #[arg(long, hide = true)]
    pub(super) recover: bool,
}

/// A command.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    #[command(about = say::check_about(), long_about = say::check_long(), after_long_help = folded(say::check_examples(), EXAMPLE))]
    Check(CheckArgs),
    #[command(about = say::explain_about(), long_about = say::explain_long(), after_help = folded(say::explain_examples(), EXAMPLE))]
    Explain(ExplainArgs),
    #[command(about = say::fix_about(), long_about = say::fix_long(), after_help = folded(say::fix_examples(), EXAMPLE))]
    Fix(FixArgs),
    #[command(about = say::export_about(), long_about = say::export_long(), after_help = folded(say::export_examples(), EXAMPLE))]
    Export(ExportArgs),
    #[command(about = import::about(), long_about = import::long(), after_long_help = folded(import::examples(), EXAMPLE))]
    Import(ImportArgs),
    #[command(about = say::new_about(), long_about = say::new_long(), after_help = folded(say::new_examples(), EXAMPLE))]
    New(NewArgs),
    #[command(about = say::templates_about())]
    Templates,
    #[command(about = say::completions_about(), long_about = say::completions_long(), after_help = folded(say::completions_examples(), EXAMPLE))]
    Completions {
        #[arg(value_enum, value_name = "SHELL", help = say::arg_shell())]
        shell: clap_complete::Shell,
    },
    #[command(about = say::man_about(), long_about = say::man_long(), after_help = folded(say::man_examples(), EXAMPLE))]
    Man(ManArgs),
}

#[derive(Debug, Args)]
pub(super) struct CheckArgs {
    #[arg(value_name = "PATH", required = true, help = say::arg_paths())]
    pub(super) paths: Vec<PathBuf>,
    #[arg(long, value_enum, default_value_t = Format::Text, help = say::arg_format())]
    pub(super) format: Format,
    #[arg(long, value_enum, help = say::arg_profile())]
    pub(super) profile: Option<ProfileName>,
    #[arg(long, value_enum, default_value_t = Level::Hint, value_name = "LEVEL", help = say::arg_min_level())]
    pub(super) min_level: Level,
    #[arg(long, value_name = "CODE", value_delimiter = ',', help = say::arg_deny())]
    pub(super) deny: Vec<String>,
    #[arg(long, value_name = "CODE", value_delimiter = ',', help = say::arg_allow())]
    pub(super) allow: Vec<String>,
    #[arg(long, value_name = "FILE", help = say::arg_baseline())]
    pub(super) baseline: Option<PathBuf>,
    #[arg(long, value_name = "FILE", help = say::arg_write_baseline())]
    pub(super) write_baseline: Option<PathBuf>,
    #[arg(long, value_name = "OUT", help = crate::words::salvage::arg())]
    pub(super) salvage: Option<PathBuf>,
    #[arg(long, value_name = "FILE", help = house::arg_rules())]
    pub(super) rules: Option<PathBuf>,
    #[arg(long, value_name = "DATE", value_parser = day, help = say::arg_today())]
    pub(super) today: Option<Day>,
}

#[derive(Debug, Args)]
pub(super) struct ExplainArgs {
    #[arg(value_name = "CODE", conflicts_with = "all", help = say::arg_code())]
    pub(super) code: Option<String>,
    #[arg(long, help = say::arg_explain_all())]
    pub(super) all: bool,
    #[arg(long, value_enum, default_value_t = PageFormat::Text, help = say::arg_page_format())]
    pub(super) format: PageFormat,
}

#[derive(Debug, Args)]
pub(super) struct ManArgs {
    #[arg(value_name = "COMMAND", conflicts_with = "dir", help = say::arg_man_command())]
    pub(super) command: Option<String>,
    #[arg(long, value_name = "DIR", help = say::arg_man_dir())]
    pub(super) dir: Option<PathBuf>,
    #[arg(long, requires = "dir", help = say::arg_force())]
    pub(super) force: bool,
}

#[derive(Debug, Args)]
pub(super) struct FixArgs {
    #[arg(value_name = "FILE", help = say::arg_fix_file())]
    pub(super) file: PathBuf,
    #[arg(long, value_name = "CODE", help = say::arg_fix_code())]
    pub(super) code: Option<String>,
    #[arg(long, conflicts_with = "code", help = say::arg_fix_all())]
    pub(super) all: bool,
    #[arg(long, conflicts_with = "out", help = say::arg_fix_dry())]
    pub(super) dry_run: bool,
    #[arg(short, value_name = "OUT", help = say::arg_fix_out())]
    pub(super) out: Option<PathBuf>,
    #[arg(long, requires = "out", help = say::arg_force())]
    pub(super) force: bool,
    #[arg(long, value_name = "FILE", help = house::arg_rules())]
    pub(super) rules: Option<PathBuf>,
    #[arg(long, value_name = "DATE", value_parser = day, help = say::arg_today())]
    pub(super) today: Option<Day>,
}

#[derive(Debug, Args)]
pub(super) struct ExportArgs {
    #[arg(value_name = "FILE", help = say::arg_fix_file())]
    pub(super) file: PathBuf,
    #[arg(short, value_name = "OUT", help = say::arg_export_out())]
    pub(super) out: PathBuf,
    #[arg(long = "for", value_name = "READER", value_parser = reader, default_value = "internal", help = say::arg_for())]
    pub(super) reader: ReaderName,
    #[arg(long, value_name = "SECTION", value_delimiter = ',', value_parser = section(), help = say::arg_sections())]
    pub(super) sections: Vec<Section>,
    #[arg(long, value_names = ["LANE", "WITH"], num_args = 2, help = words::lanes_compared::arg_compare())]
    pub(super) compare: Vec<String>,
    #[arg(long, value_parser = paper(), default_value = "wide", help = say::arg_paper())]
    pub(super) paper: Paper,
    #[arg(long, value_parser = theme(), default_value = "light", help = say::arg_theme())]
    pub(super) theme: Tone,
    #[arg(long, value_parser = language(), default_value = "en", help = say::arg_language())]
    pub(super) language: Language,
    #[arg(long, value_enum, value_name = "ORDER", default_value = "dmy", help = say::arg_export_dates())]
    pub(super) dates: OrderName,
    #[arg(long, value_name = "WHAT", value_parser = motif, default_value = "board", help = say::arg_picture())]
    pub(super) picture: MotifName,
    #[arg(long, value_name = "PX", value_parser = width, default_value = "1920", help = say::arg_width())]
    pub(super) width: u32,
    #[arg(long, value_name = "KIT", help = words::brand_kit::arg_kit())]
    pub(super) kit: Option<PathBuf>,
    #[arg(long, help = say::arg_no_plan())]
    pub(super) no_plan: bool,
    #[arg(long, value_name = "YES_OR_NO", value_parser = yes_or_no(), help = say::arg_deadlines())]
    pub(super) deadlines: Option<bool>,
    #[arg(long, help = say::arg_raw())]
    pub(super) raw: bool,
    #[arg(long, help = say::arg_force())]
    pub(super) force: bool,
    #[arg(long, value_name = "FILE", help = house::arg_rules())]
    pub(super) rules: Option<PathBuf>,
    #[arg(long, value_name = "DATE", value_parser = day, help = say::arg_today())]
    pub(super) today: Option<Day>,
}

#[derive(Debug, Args)]
pub(super) struct ImportArgs {
    #[arg(value_name = "TABLE", help = import::arg_table())]
    pub(super) table: PathBuf,
    #[arg(short, value_name = "PLAN", help = import::arg_out())]
    pub(super) out: Option<PathBuf>,
    #[arg(long, value_name = "PLAN", help = import::arg_into())]
    pub(super) into: Option<PathBuf>,
    #[arg(long, value_name = "FILE", help = import::arg_map())]
    pub(super) map: Option<PathBuf>,
    #[arg(long, value_name = "FILE", help = import::arg_write_map())]
    pub(super) write_map: Option<PathBuf>,
    #[arg(long, value_name = "NAME", help = import::arg_sheet())]
    pub(super) sheet: Option<String>,
    #[arg(long, value_enum, value_name = "ORDER", help = import::arg_dates())]
    pub(super) dates: Option<OrderName>,
    #[arg(long, value_name = "YEAR", value_parser = clap::value_parser!(i16).range(1900..2200), help = import::arg_year())]
    pub(super) year: Option<i16>,
    #[arg(long, help = import::arg_dry_run())]
    pub(super) dry_run: bool,
    #[arg(long, help = import::arg_skip_bad())]
    pub(super) skip_bad: bool,
    #[arg(long, help = say::arg_force())]
    pub(super) force: bool,
}

/// In which order the numbers of a date stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum OrderName {
    #[value(help = import::dmy())]
    Dmy,
    #[value(help = import::mdy())]
    Mdy,
    #[value(help = import::ymd())]
    Ymd,
}

impl From<OrderName> for DateOrder {
    fn from(name: OrderName) -> Self {
        match name {
            OrderName::Dmy => Self::Dmy,
            OrderName::Mdy => Self::Mdy,
            OrderName::Ymd => Self::Ymd,
        }
    }
}

impl From<OrderName> for DateForm {
    fn from(name: OrderName) -> Self {
        match name {
            OrderName::Dmy => Self::DayFirst,
            OrderName::Mdy => Self::MonthFirst,
            OrderName::Ymd => Self::YearFirst,
        }
    }
}

#[derive(Debug, Args)]
pub(super) struct NewArgs {
    #[arg(long, value_name = "NAME", default_value = crate::store::template::BLANK, help = say::arg_template())]
    pub(super) template: String,
    #[arg(long, value_name = "DATE", value_parser = day, help = say::arg_day_zero())]
    pub(super) day_zero: Option<Day>,
    #[arg(short, value_name = "FILE", help = say::arg_new_out())]
    pub(super) out: PathBuf,
    #[arg(long, help = say::arg_force())]
    pub(super) force: bool,
}

/// How the window is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Renderer {
    /// OpenGL.
    #[value(help = say::renderer_glow())]
    Glow,
    /// Metal, Direct3D, Vulkan.
    #[value(help = say::renderer_wgpu())]
    Wgpu,
}

impl Renderer {
    /// What it is called on the command line.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Glow => "glow",
            Self::Wgpu => "wgpu",
        }
    }
}

/// For people or for programs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    #[value(help = say::format_text())]
    Text,
    #[value(help = say::format_json())]
    Json,
    #[value(help = say::format_sarif())]
    Sarif,
}

/// How a page about a rule is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum PageFormat {
    #[value(help = say::format_text())]
    Text,
    #[value(help = say::page_md())]
    Md,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum ProfileName {
    #[value(help = say::profile_standard())]
    Standard,
    #[value(help = say::profile_strict())]
    Strict,
}

impl From<ProfileName> for Profile {
    fn from(name: ProfileName) -> Self {
        match name {
            ProfileName::Standard => Self::Standard,
            ProfileName::Strict => Self::Strict,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Level {
    #[value(help = say::level_error())]
    Error,
    #[value(help = say::level_warning())]
    Warning,
    #[value(help = say::level_hint())]
    Hint,
}

impl From<Level> for Severity {
    fn from(level: Level) -> Self {
        match level {
            Level::Error => Self::Error,
            Level::Warning => Self::Warning,
            Level::Hint => Self::Hint,
        }
    }
}

/// Whom an artifact is for, before it is known which lanes a plan has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum ReaderName {
    Internal,
    Client,
    Creator(String),
}

/// What a picture is of, before it is known which lanes a plan has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum MotifName {
    Board,
    Arc,
    Lane(String),
}

fn reader(text: &str) -> Result<ReaderName, String> {
    if let Some(name) = text.strip_prefix("creator:").filter(|name| !name.trim().is_empty()) {
        return Ok(ReaderName::Creator(name.to_owned()));
    }
    match text {
        "internal" => Ok(ReaderName::Internal),
        "client" => Ok(ReaderName::Client),
        _ => Err(not_one_of(text, &["internal", "client", "creator:NAME"])),
    }
}

fn motif(text: &str) -> Result<MotifName, String> {
    if let Some(name) = text.strip_prefix("lane:").filter(|name| !name.trim().is_empty()) {
        return Ok(MotifName::Lane(name.to_owned()));
    }
    match text {
        "board" => Ok(MotifName::Board),
        "arc" => Ok(MotifName::Arc),
        _ => Err(not_one_of(text, &["board", "arc", "lane:NAME"])),
    }
}

/// What there is to choose from, and what was probably meant.
fn not_one_of(text: &str, known: &[&str]) -> String {
    nearest(text, known).map_or_else(|| say::one_of(words::list(known)), say::mean_value)
}

fn width(text: &str) -> Result<u32, String> {
    let range = || say::width_range(WIDTHS.start(), WIDTHS.end());
    text.parse().ok().filter(|width| WIDTHS.contains(width)).ok_or_else(range)
}

fn section() -> impl TypedValueParser<Value = Section> {
    let find = |key: String| Section::ALL.into_iter().find(|section| section.key() == key).unwrap_or(Section::Cover);
    PossibleValuesParser::new(Section::ALL.map(Section::key)).map(find)
}

fn yes_or_no() -> impl TypedValueParser<Value = bool> {
    PossibleValuesParser::new(["yes", "no"]).map(|word| word == "yes")
}

fn paper() -> impl TypedValueParser<Value = Paper> {
    let find = |key: String| Paper::ALL.into_iter().find(|paper| paper.key() == key).unwrap_or_default();
    PossibleValuesParser::new(Paper::ALL.map(Paper::key)).map(find)
}

fn theme() -> impl TypedValueParser<Value = Tone> {
    let find = |key: String| Tone::ALL.into_iter().find(|tone| tone.key() == key).unwrap_or_default();
    PossibleValuesParser::new(Tone::ALL.map(Tone::key)).map(find)
}

fn language() -> impl TypedValueParser<Value = Language> {
    let find = |code: String| Language::ALL.into_iter().find(|language| language.code() == code).unwrap_or_default();
    PossibleValuesParser::new(Language::ALL.map(Language::code)).map(find)
}

fn day(text: &str) -> Result<Day, String> {
    Day::parse(text).ok_or_else(|| files::bad_day(text))
}
