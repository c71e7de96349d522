// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <boot/boot.hpp>

namespace sel4::kernel {

/// Regions of free memory in order of address.
class Memory {
 public:
  void add(Region region) { regions_[count_++] = region; }

  /// What overlaps `gone` is not free any more.
  void take(Region gone) {
    for (unsigned i = 0; i < count_; ++i) {
      Region& region = regions_[i];
      if (gone.end <= region.start || region.end <= gone.start) continue;
      const Region behind{gone.end, region.end};
      if (gone.start > region.start) {
        region.end = gone.start;
        if (!behind.is_empty()) insert(++i, behind);
      } else if (!behind.is_empty()) {
        region = behind;
      } else {
        remove(i--);
      }
    }
  }

  /// Takes as many bytes from the highest place where they fit, or returns 0.
  [[nodiscard]] Word take_from_top(Word bytes, Word align) {
    for (unsigned i = count_; i-- > 0;) {
      const Region& region = regions_[i];
      if (region.end - region.start < bytes) continue;
      const Word start = (region.end - bytes) & ~(align - 1);
      if (start < region.start) continue;
      take({start, start + bytes});
      return start;
    }
    return 0;
  }

  [[nodiscard]] const Region* begin() const { return regions_; }
  [[nodiscard]] const Region* end() const { return regions_ + count_; }

 private:
  static constexpr unsigned limit = 16;

  void insert(unsigned at, Region region) {
    if (count_ == limit) return;
    for (unsigned i = count_++; i > at; --i) regions_[i] = regions_[i - 1];
    regions_[at] = region;
  }
  void remove(unsigned at) {
    --count_;
    for (unsigned i = at; i < count_; ++i) regions_[i] = regions_[i + 1];
  }

  Region regions_[limit]{};
  unsigned count_ = 0;
};

}  // namespace sel4::kernel
