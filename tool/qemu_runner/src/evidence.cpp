// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/run/evidence.hpp>

#include <array>

namespace sel4::run {

namespace {

struct Mark {
  Verdict verdict;
  std::string_view text;
  bool at_start;
};

// What debug kernels, this project's runtime and loader, and rust-sel4's print.
constexpr std::array marks{
    Mark{Verdict::panic, "aborted: ", true},
    Mark{Verdict::panic, "aborted at ", true},
    Mark{Verdict::panic, "(aborted)", true},
    Mark{Verdict::kernel_halt, "seL4 failed assertion", false},
    Mark{Verdict::kernel_halt, "seL4 called fail at", false},
    Mark{Verdict::kernel_halt, "KERNEL ABORT", false},
    Mark{Verdict::kernel_halt, "KERNEL DATA ABORT", false},
    Mark{Verdict::kernel_halt, "KERNEL PREFETCH ABORT", false},
    Mark{Verdict::kernel_halt, "KERNEL EXCEPTION", false},
    Mark{Verdict::kernel_halt, "Kernel init failed", false},
    Mark{Verdict::kernel_halt, "boot_sys failed", false},
    Mark{Verdict::kernel_halt, "not supported by the processor", false},
    Mark{Verdict::kernel_halt, "Debug halt syscall from user thread", false},
    Mark{Verdict::kernel_halt, "halting...", true},
    Mark{Verdict::fault, "Caught cap fault", true},
    Mark{Verdict::fault, "Caught vm fault", true},
    Mark{Verdict::fault, "Caught user exception", true},
    Mark{Verdict::fault, "Caught unknown syscall", true},
    Mark{Verdict::fault, "Caught debug exception", true},
    Mark{Verdict::fault, "Caught Timeout fault", true},
    Mark{Verdict::fault, "Found thread has no fault handler", true},
    Mark{Verdict::fault, "cap fault in ", true},
    Mark{Verdict::fault, "vm fault on ", true},
    Mark{Verdict::fault, "user exception ", true},
    Mark{Verdict::fault, "unknown syscall ", true},
    Mark{Verdict::fault, "debug exception", true},
    Mark{Verdict::fault, "Timeout fault ", true},
};

// Kernel loaders begin each line with their name, then say the level.
bool is_loader_refusal(std::string_view line) {
  const bool ours = line.starts_with("seL4 loader |") || line.starts_with("seL4 kernel loader |");
  return ours && line.find("| ERROR") != line.npos;
}

// "panic at FILE:LINE: ..." or "panicked at FILE:LINE:...", also behind text that had no line end.
bool is_panic(std::string_view line) {
  for (const std::string_view word : {"panic at ", "panicked at "}) {
    const auto at = line.find(word);
    if (at == line.npos) continue;
    const std::string_view place = line.substr(at + word.size());
    for (std::size_t i = 0; i + 1 < place.size(); ++i) {
      if (place[i] == ':' && place[i + 1] >= '0' && place[i + 1] <= '9') return true;
    }
  }
  return false;
}

int weight(Verdict verdict) {
  switch (verdict) {
    case Verdict::panic:
      return 4;
    case Verdict::kernel_halt:
      return 3;
    case Verdict::fault:
      return 2;
    default:
      return 1;
  }
}

}  // namespace

std::optional<Verdict> classify(std::string_view line) noexcept {
  if (is_loader_refusal(line)) return Verdict::loader;
  // The test harness leaves its line open while a test runs.
  const std::string_view name_end = " ... ";
  if (line.starts_with("test ")) {
    if (const auto at = line.find(name_end); at != line.npos)
      line.remove_prefix(at + name_end.size());
  }
  if (is_panic(line)) return Verdict::panic;
  for (const Mark& mark : marks) {
    if (mark.at_start ? line.starts_with(mark.text) : line.find(mark.text) != line.npos) {
      return mark.verdict;
    }
  }
  return std::nullopt;
}

bool Evidence::add(std::string_view line) {
  const std::optional<Verdict> kind = classify(line);
  if (!kind) return false;
  // "Found thread has no fault handler while trying to handle:" says less than the line after it.
  const bool better = !kind_ || weight(*kind) > weight(*kind_) || (wants_more_ && *kind == *kind_);
  if (better) {
    kind_ = kind;
    line_ = line;
    wants_more_ = line.ends_with("while trying to handle:");
  }
  return true;
}

Outcome Evidence::outcome() const { return {kind_.value_or(Verdict::ended), line_}; }

}  // namespace sel4::run
