// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/symbolize/program.hpp>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <cxxabi.h>
#include <dwarf.h>
#include <elfutils/libdw.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <gelf.h>
#include <sys/stat.h>
#include <unistd.h>

namespace sel4::symbolize {

struct Program::Data {
  struct Range {
    std::uint64_t begin;
    std::uint64_t end;
  };
  struct Symbol {
    std::uint64_t begin;
    std::uint64_t end;
    std::string name;
  };

  ~Data() {
    if (dwarf != nullptr) dwarf_end(dwarf);
    if (elf != nullptr) elf_end(elf);
    if (file >= 0) close(file);
  }

  int file = -1;
  Elf* elf = nullptr;
  Dwarf* dwarf = nullptr;
  std::vector<Range> loaded;
  std::vector<Symbol> symbols;
};

namespace {

std::string demangled(const char* name) {
  int status = 0;
  const std::unique_ptr<char, decltype(&std::free)> text(
      abi::__cxa_demangle(name, nullptr, nullptr, &status), std::free);
  return status == 0 ? text.get() : name;
}

std::string function_name(Dwarf_Die* die) {
  Dwarf_Attribute memory;
  for (const unsigned kind : {DW_AT_linkage_name, DW_AT_MIPS_linkage_name}) {
    Dwarf_Attribute* const attribute = dwarf_attr_integrate(die, kind, &memory);
    const char* const name = attribute != nullptr ? dwarf_formstring(attribute) : nullptr;
    if (name != nullptr) return demangled(name);
  }
  const char* const name = dwarf_diename(die);
  return name != nullptr ? name : "";
}

std::optional<std::uint64_t> number(Dwarf_Die* die, unsigned kind) {
  Dwarf_Attribute memory;
  Dwarf_Word value = 0;
  Dwarf_Attribute* const attribute = dwarf_attr(die, kind, &memory);
  if (attribute == nullptr || dwarf_formudata(attribute, &value) != 0) return std::nullopt;
  return value;
}

void find_line(Dwarf_Die* unit, std::uint64_t address, Location& location) {
  Dwarf_Line* const line = dwarf_getsrc_die(unit, address);
  if (line == nullptr) return;
  const char* const source = dwarf_linesrc(line, nullptr, nullptr);
  if (source != nullptr) location.file = source;
  dwarf_lineno(line, &location.line);
}

/// Where an inlined function was called.
void find_call(Dwarf_Die* unit, Dwarf_Die* inlined, Location& location) {
  Dwarf_Files* files = nullptr;
  std::size_t count = 0;
  const auto file = number(inlined, DW_AT_call_file);
  if (file && dwarf_getsrcfiles(unit, &files, &count) == 0 && *file < count) {
    const char* const source = dwarf_filesrc(files, *file, nullptr, nullptr);
    if (source != nullptr) location.file = source;
  }
  location.line = static_cast<int>(number(inlined, DW_AT_call_line).value_or(0));
}

/// Whether functions may be defined within a debugging entry of this kind.
bool may_contain_functions(int tag) {
  switch (tag) {
    case DW_TAG_namespace:
    case DW_TAG_module:
    case DW_TAG_class_type:
    case DW_TAG_structure_type:
    case DW_TAG_union_type:
    case DW_TAG_subprogram:
    case DW_TAG_lexical_block:
      return true;
    default:
      return false;
  }
}

/// Nesting above this is not looked at: the file may be damaged.
constexpr int max_nesting = 200;

/// Appends to `chain` the entries below `parent` whose code contains the address, outermost first.
/// Not libdw's dwarf_getscopes(), which goes from an inlined function to where it was written, and
/// finds none of those that clang describes.
bool find_scopes(Dwarf_Die* parent, std::uint64_t address, std::vector<Dwarf_Die>& chain,
                 int nesting) {
  Dwarf_Die child;
  if (nesting == max_nesting || dwarf_child(parent, &child) != 0) return false;
  for (;;) {
    const int tag = dwarf_tag(&child);
    if (dwarf_haspc(&child, address) == 1) {
      chain.push_back(child);
      find_scopes(&child, address, chain, nesting + 1);
      return true;
    }
    // Functions of local classes have their code elsewhere.
    if (may_contain_functions(tag) && find_scopes(&child, address, chain, nesting + 1)) return true;
    const Dwarf_Off before = dwarf_dieoffset(&child);
    if (dwarf_siblingof(&child, &child) != 0 || dwarf_dieoffset(&child) <= before) return false;
  }
}

}  // namespace

Program::Program(const std::string& path) : data_(std::make_unique<Data>()) {
  data_->file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (data_->file < 0) throw Error(fmt::format("{}: {}", path, std::strerror(errno)));
  struct stat status = {};
  if (fstat(data_->file, &status) == 0 && !S_ISREG(status.st_mode)) {
    throw Error(fmt::format("{}: not a regular file", path));
  }
  elf_version(EV_CURRENT);
  data_->elf = elf_begin(data_->file, ELF_C_READ_MMAP, nullptr);
  if (data_->elf == nullptr || elf_kind(data_->elf) != ELF_K_ELF) {
    throw Error(fmt::format("{}: not an ELF file", path));
  }
  std::size_t count = 0;
  if (elf_getphdrnum(data_->elf, &count) != 0) {
    throw Error(fmt::format("{}: damaged ELF file: {}", path, elf_errmsg(-1)));
  }
  for (std::size_t i = 0; i < count; ++i) {
    GElf_Phdr header;
    if (gelf_getphdr(data_->elf, static_cast<int>(i), &header) == nullptr) {
      throw Error(
          fmt::format("{}: damaged ELF file: program header {}: {}", path, i, elf_errmsg(-1)));
    }
    if (header.p_type == PT_LOAD && header.p_memsz != 0) {
      data_->loaded.push_back({header.p_vaddr, header.p_vaddr + header.p_memsz});
    }
  }
  if (data_->loaded.empty()) {
    throw Error(fmt::format("{}: not a program: it has no loaded segment", path));
  }
  for (Elf_Scn* section = nullptr; (section = elf_nextscn(data_->elf, section)) != nullptr;) {
    GElf_Shdr header;
    if (gelf_getshdr(section, &header) == nullptr || header.sh_type != SHT_SYMTAB) continue;
    Elf_Data* const table = elf_getdata(section, nullptr);
    if (table == nullptr || header.sh_entsize == 0) continue;
    const auto entries = table->d_size / header.sh_entsize;
    for (std::size_t i = 0; i < entries; ++i) {
      GElf_Sym symbol;
      if (gelf_getsym(table, static_cast<int>(i), &symbol) == nullptr) break;
      if (GELF_ST_TYPE(symbol.st_info) != STT_FUNC || symbol.st_size == 0) continue;
      const char* const name = elf_strptr(data_->elf, header.sh_link, symbol.st_name);
      if (name == nullptr) continue;
      data_->symbols.push_back({symbol.st_value, symbol.st_value + symbol.st_size, name});
    }
  }
  data_->dwarf = dwarf_begin_elf(data_->elf, DWARF_C_READ, nullptr);
  Dwarf_CU* unit = nullptr;
  if (data_->dwarf == nullptr ||
      dwarf_get_units(data_->dwarf, nullptr, &unit, nullptr, nullptr, nullptr, nullptr) != 0) {
    throw Error(
        fmt::format("{}: no DWARF debug information; build the program with -g, and name "
                    "the file from before it was stripped",
                    path));
  }
}

Program::~Program() = default;

std::string Program::ranges() const {
  std::string text;
  for (const Data::Range& range : data_->loaded) {
    text += fmt::format("{}{:#x}-{:#x}", text.empty() ? "" : ", ", range.begin, range.end);
  }
  return text;
}

std::optional<std::vector<Location>> Program::find(std::uint64_t address) const {
  bool inside = false;
  for (const Data::Range& range : data_->loaded) {
    inside = inside || (address >= range.begin && address < range.end);
  }
  if (!inside) return std::nullopt;

  std::vector<Location> locations;
  Location location;
  Dwarf_Die unit_memory;
  // Without .debug_aranges (clang), units are looked at one by one.
  Dwarf_Die* unit = dwarf_addrdie(data_->dwarf, address, &unit_memory);
  for (Dwarf_CU* next = nullptr; unit == nullptr;) {
    Dwarf_Die candidate;
    if (dwarf_get_units(data_->dwarf, next, &next, nullptr, nullptr, &candidate, nullptr) != 0)
      break;
    if (dwarf_haspc(&candidate, address) == 1) {
      unit_memory = candidate;
      unit = &unit_memory;
    }
  }
  if (unit != nullptr) {
    find_line(unit, address, location);
    std::vector<Dwarf_Die> scopes;
    find_scopes(unit, address, scopes, 0);
    for (auto scope = scopes.rbegin(); scope != scopes.rend(); ++scope) {
      const int tag = dwarf_tag(&*scope);
      if (tag == DW_TAG_subprogram) {
        location.function = function_name(&*scope);
        break;
      }
      if (tag != DW_TAG_inlined_subroutine) continue;
      location.function = function_name(&*scope);
      location.inlined = true;
      locations.push_back(location);
      location = {};
      find_call(unit, &*scope, location);
    }
  }
  if (location.function.empty()) {
    for (const Data::Symbol& symbol : data_->symbols) {
      if (address < symbol.begin || address >= symbol.end) continue;
      location.function = demangled(symbol.name.c_str());
      break;
    }
  }
  locations.push_back(location);
  return locations;
}

}  // namespace sel4::symbolize
