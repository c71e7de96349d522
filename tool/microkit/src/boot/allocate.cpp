// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include <sel4/mk/boot.hpp>
#include <sel4/mk/spec.hpp>

#include <algorithm>
#include <array>
#include <bit>
#include <fmt/format.h>

namespace sel4::mk {

namespace {

/// Objects of one size that still want a place, from `next` on.
struct Window {
  std::size_t next = 0;
  std::vector<std::size_t> ids;
};

/// Whether a frame is part of the initial task's image, and takes no memory besides.
bool embedded(const capdl::Object& object) {
  const auto* frame = std::get_if<capdl::object::Frame>(&object);
  if (frame == nullptr || frame->size_bits != 12 || frame->paddr || frame->init.empty()) {
    return false;
  }
  return std::ranges::none_of(frame->init, [](const capdl::FillEntry& entry) {
    return std::holds_alternative<capdl::fill::BootInfo>(entry.content);
  });
}

class Allocator {
 public:
  Allocator(const Target& target, const BootState& state, const capdl::Spec& spec,
            Diagnostics& diagnostics)
      : target_(target), spec_(spec), diagnostics_(diagnostics), untypeds_(state.untypeds) {
    std::ranges::stable_sort(untypeds_, {}, [](const Untyped& u) { return u.range.start; });
    allocation_.addresses.resize(spec.objects.size());
    while (placed_ < spec.objects.size() && capdl::paddr_of(spec.objects[placed_].object)) {
      ++placed_;
    }
    for (std::size_t id = placed_; id < spec.objects.size(); ++id) {
      const std::uint8_t bits = size_bits(id);
      if (bits == 0 || embedded(spec.objects[id].object)) continue;
      windows_[bits].ids.push_back(id);
    }
  }

  std::optional<Allocation> run() {
    const std::size_t errors = diagnostics_.error_count();
    check_addresses();
    if (diagnostics_.error_count() != errors) return std::nullopt;
    for (const Untyped& untyped : untypeds_) fill(untyped);
    for (std::size_t bits = 0; bits < windows_.size(); ++bits) {
      const std::size_t missing = windows_[bits].ids.size() - windows_[bits].next;
      if (missing == 0) continue;
      diagnostics_.error(
          target_.name,
          fmt::format("memory is too small: {} objects of {} ({}) find no room", missing,
                      human_size(std::uint64_t{1} << bits), human_size(missing << bits)),
          "use smaller regions, stacks or programs");
    }
    if (diagnostics_.error_count() != errors) return std::nullopt;
    return std::move(allocation_);
  }

 private:
  std::uint8_t size_bits(std::size_t id) const {
    return object_size_bits(target_, spec_.objects[id].object);
  }
  std::uint64_t address_of(std::size_t id) const {
    return *capdl::paddr_of(spec_.objects[id].object);
  }

  void check_addresses() {
    for (std::size_t id = 0; id < placed_; ++id) {
      const Range range{address_of(id), address_of(id) + (std::uint64_t{1} << size_bits(id))};
      const auto fits = [&](const Untyped& untyped) { return untyped.range.contains(range); };
      if (std::ranges::any_of(untypeds_, fits)) continue;
      std::string memory;
      for (const Range& normal : target_.memory) memory += " " + text(normal);
      diagnostics_.error(spec_.objects[id].name.value_or(fmt::format("object {}", id)),
                         fmt::format("its physical address range {} is neither free memory nor a "
                                     "device's",
                                     text(range)),
                         fmt::format("memory of {} is{}", target_.name, memory));
    }
  }

  // Before the next object with an address lie as many others as fit, from large to small.
  void fill(const Untyped& untyped) {
    std::uint64_t at = untyped.range.start;
    for (;;) {
      std::uint64_t goal = untyped.range.end;
      const bool fixed = next_placed_ < placed_ && address_of(next_placed_) < goal;
      if (fixed) goal = std::max(address_of(next_placed_), at);
      while (at < goal) {
        const std::uint64_t offset = at - untyped.range.start;
        const auto room = static_cast<unsigned>(std::bit_width(goal - at) - 1);
        const unsigned most =
            offset == 0 ? room : std::min(room, static_cast<unsigned>(std::countr_zero(offset)));
        if (!untyped.device && place_largest(most, at)) continue;
        at = fixed ? at + (std::uint64_t{1} << most) : goal;
      }
      if (!fixed) return;
      allocation_.addresses[next_placed_] = address_of(next_placed_);
      at = address_of(next_placed_) + (std::uint64_t{1} << size_bits(next_placed_));
      ++next_placed_;
    }
  }

  bool place_largest(unsigned most_bits, std::uint64_t& at) {
    for (unsigned bits = most_bits + 1; bits-- > 0;) {
      Window& window = windows_[bits];
      if (window.next == window.ids.size()) continue;
      allocation_.addresses[window.ids[window.next++]] = at;
      at += std::uint64_t{1} << bits;
      return true;
    }
    return false;
  }

  const Target& target_;
  const capdl::Spec& spec_;
  Diagnostics& diagnostics_;
  std::vector<Untyped> untypeds_;
  Allocation allocation_;
  std::size_t placed_ = 0;
  std::size_t next_placed_ = 0;
  std::array<Window, 64> windows_{};
};

}  // namespace

std::optional<Allocation> allocate(const Target& target, const BootState& state,
                                   const capdl::Spec& spec, Diagnostics& diagnostics) {
  return Allocator(target, state, spec, diagnostics).run();
}

}  // namespace sel4::mk
