// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <sel4/mk/system.hpp>

/// The rules of a system as a whole; each checks one subject and reports all it finds.
namespace sel4::mk {

/// What the checks share.
struct Checked {
  const Source& source;
  const Target& target;
  Diagnostics& diagnostics;

  void error(Span span, std::string what, std::string mend = {},
             const std::vector<Note>& notes = {}) const {
    diagnostics.error(source, span, std::move(what), std::move(mend), notes);
  }
};

/// Number and names of domains, regions and virtual machines; children's ids.
void check_names(const Checked& checked, const System& system);
/// Finds what names stand for: regions and domains; moves variables of channels to their domains.
void resolve(const Checked& checked, System& system);
/// Ids of channels and interrupts, priorities of calls, interrupts and I/O ports used twice.
void check_channels(const Checked& checked, const System& system);
/// Mappings' alignment, ranges and overlaps, physical addresses; capability slots.
void check_memory(const Checked& checked, const System& system);
/// Variables about regions, and slots of capabilities.
void check_variables(const Checked& checked, const System& system);
/// Larger pages where nothing speaks against them; marks regions whose place the tool chooses.
void choose_pages(const Target& target, System& system);

}  // namespace sel4::mk
