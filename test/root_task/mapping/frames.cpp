// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// Frames of all sizes, mapped into the address space of the program.

#include "window.hpp"

#include <array>

namespace {

using namespace sel4;
using namespace sel4::test;

/// Whether a write to `place` by another thread faults there.
bool write_faults(Vaddr place) {
  const auto endpoint = make<Endpoint>();
  bool has_written = false;
  auto body = [&] {
    word_at(place) = 1;
    has_written = true;
  };
  TestThread thread;
  thread.start(body, {.fault_handler = endpoint}).or_panic("no second thread");
  const auto fault = decode_fault(endpoint.nb_recv(make_reply()));
  if (has_written) return false;
  const auto* const vm_fault = fault ? std::get_if<VmFault>(&*fault) : nullptr;
  SEL4_CHECK(vm_fault != nullptr && vm_fault->addr() == place.value());
  return true;
}

/// What holds for frames of all sizes. Uses the ends of the frame.
template <class F>
void check_frame() {
  constexpr Vaddr here = window_for<F>;
  constexpr Vaddr there = here + (other_window.value() - window.value());
  const auto made = allocator().create<F>();
  if (made.error() == Error::not_enough_memory) {
    SEL4_SKIP("no untyped of this machine is large enough");
  }
  SEL4_REQUIRE_OK(made);
  const F frame = *made;
  const std::array<Word, 3> places{0, F::bytes / 2, F::bytes - sizeof(Word)};
  const auto copy = free_slot().copy(frame, {.rights = Rights::all});
  SEL4_REQUIRE_OK(copy);
  SEL4_REQUIRE_OK(map(frame, here, Rights::rw));
  SEL4_REQUIRE_OK(map(*copy, there, Rights::rw));

  // New memory is zero, and both mappings show the same.
  for (const Word place : places) {
    SEL4_CHECK_EQ(word_at(here + place), 0u);
    word_at(here + place) = ~place;
    SEL4_CHECK_EQ(word_at(there + place), ~place);
    word_at(there + place) = place;
    SEL4_CHECK_EQ(word_at(here + place), place);
  }
  const auto paddr = frame.get_address();
  SEL4_REQUIRE_OK(paddr);
  SEL4_CHECK(paddr->is_aligned(F::size_bits));
  const auto same = copy->get_address();
  SEL4_REQUIRE_OK(same);
  SEL4_CHECK_EQ(same->value(), paddr->value());

  // Fewer rights, then all again.
  SEL4_REQUIRE_OK(frame.map(init_thread::vspace, here, Rights::read, VmAttributes::data));
  SEL4_CHECK_EQ(word_at(here + places[2]), places[2]);
  SEL4_CHECK(write_faults(here + places[2]));
  SEL4_REQUIRE_OK(frame.map(init_thread::vspace, here, Rights::rw, VmAttributes::data));
  SEL4_CHECK(!write_faults(here + places[2]));
  SEL4_CHECK_EQ(word_at(there + places[2]), 1u);

  // Gone from one place, still in the other.
  SEL4_CHECK_OK(frame.unmap());
  SEL4_CHECK(write_faults(here));
  SEL4_CHECK_EQ(word_at(there + places[1]), places[1]);
  // An unmapped frame can be mapped elsewhere; a mapped one cannot.
  constexpr Vaddr elsewhere = here + F::bytes;
  SEL4_CHECK_OK(map(frame, elsewhere, Rights::rw));
  SEL4_CHECK_EQ(word_at(elsewhere + places[1]), places[1]);
  SEL4_CHECK_EQ(frame.map(init_thread::vspace, here, Rights::rw, VmAttributes::data).error(),
                Error::invalid_argument);
  SEL4_CHECK_OK(frame.unmap());
  SEL4_CHECK_OK(frame.unmap());
  SEL4_CHECK_EQ(frame.map(init_thread::vspace, here + 8, Rights::rw, VmAttributes::data).error(),
                Error::alignment);
  // With the capability goes its mapping.
  SEL4_CHECK_OK(slot_of(*copy).remove());
  SEL4_CHECK(write_faults(there));
}

SEL4_TEST(small_frames) { check_frame<SmallFrame>(); }
SEL4_TEST(large_frames) { check_frame<LargePage>(); }

template <class F>
void check_huge_frame() {
  if constexpr (FixedSizeObject<F>) {
    check_frame<F>();
  } else {
    SEL4_SKIP("this kernel has no huge pages");
  }
}
SEL4_TEST(huge_frames) { check_huge_frame<HugePage>(); }

SEL4_TEST(rights_of_the_capability_limit_those_of_the_mapping) {
  const auto frame = make<SmallFrame>();
  const auto weak = free_slot().copy(frame, {.rights = Rights::read});
  SEL4_REQUIRE_OK(weak);
  SEL4_REQUIRE_OK(map(*weak, window, Rights::rw));
  SEL4_CHECK_EQ(word_at(window), 0u);
  SEL4_CHECK(write_faults(window));
  SEL4_CHECK_OK(weak->unmap());
}

SEL4_TEST(addresses_of_the_kernel) {
  const auto frame = make<SmallFrame>();
  constexpr Vaddr beyond{(Word{seL4_UserVSpaceTop} | 0xfff) + 1};
  SEL4_CHECK_EQ(frame.map(init_thread::vspace, beyond, Rights::rw, VmAttributes::data).error(),
                Error::invalid_argument);
}

SEL4_TEST(frames_of_the_image) {
  static constinit IpcBufferPage page{};
  const auto frame = image_frame(boot_info().raw(), &page);
  SEL4_REQUIRE_OK(frame);
  const auto copy = free_slot().copy(SmallFrame{*frame}, {.rights = Rights::rw});
  SEL4_REQUIRE_OK(copy);
  SEL4_REQUIRE_OK(map(*copy, window, Rights::rw));
  word_at(window + 8) = 0x1d;
  SEL4_CHECK_EQ(word_at(vaddr_of(&page) + 8), 0x1du);
  SEL4_CHECK_OK(copy->unmap());
}

}  // namespace
