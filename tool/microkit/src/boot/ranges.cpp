// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include <sel4/mk/boot.hpp>

#include <algorithm>
#include <fmt/format.h>

namespace sel4::mk {

void RangeSet::add(Range range) {
  if (range.start >= range.end) return;
  // Everything that touches the new range becomes part of it.
  std::vector<Range> kept;
  for (const Range& other : ranges_) {
    if (other.end < range.start || range.end < other.start) {
      kept.push_back(other);
    } else {
      range = {std::min(range.start, other.start), std::max(range.end, other.end)};
    }
  }
  kept.insert(std::ranges::upper_bound(kept, range.start, {}, &Range::start), range);
  ranges_ = std::move(kept);
}

void RangeSet::remove(Range range) {
  std::vector<Range> kept;
  for (const Range& other : ranges_) {
    if (!other.overlaps(range)) {
      kept.push_back(other);
      continue;
    }
    if (other.start < range.start) kept.push_back({other.start, range.start});
    if (range.end < other.end) kept.push_back({range.end, other.end});
  }
  ranges_ = std::move(kept);
}

std::optional<std::uint64_t> RangeSet::take(std::uint64_t size, std::uint64_t align) {
  for (const Range& range : ranges_) {
    const std::uint64_t start = (range.start + align - 1) / align * align;
    if (start < range.start || start > range.end || range.end - start < size) continue;
    remove({start, start + size});
    return start;
  }
  return std::nullopt;
}

bool RangeSet::contains(Range range) const {
  return std::ranges::any_of(ranges_, [&](const Range& outer) { return outer.contains(range); });
}

std::string human_size(std::uint64_t bytes) {
  constexpr const char* units[] = {"bytes", "KiB", "MiB", "GiB", "TiB"};
  std::size_t unit = 0;
  while (unit + 1 < std::size(units) && bytes >> (10 * (unit + 1)) != 0) ++unit;
  const std::uint64_t one = std::uint64_t{1} << (10 * unit);
  if (bytes % one == 0) return fmt::format("{} {}", bytes / one, units[unit]);
  return fmt::format("{:.2f} {}", static_cast<double>(bytes) / static_cast<double>(one),
                     units[unit]);
}

}  // namespace sel4::mk
