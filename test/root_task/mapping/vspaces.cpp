// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// Address spaces from their root on: tables level by level, the mapper, ASIDs, a thread inside.

#include "window.hpp"

#include <sel4/arch/translation_levels.hpp>
#include <sel4/runtime/image.hpp>

#include <algorithm>

namespace {

using namespace sel4;
using namespace sel4::test;

constexpr const TranslationTree& tree = arch::vspace_tree;

/// A new address space with an ASID.
VSpace make_vspace() {
  const auto vspace = make<VSpace>();
  init_thread::asid_pool.assign(vspace).or_panic("no ASID for a test");
  return vspace;
}

/// Makes tables and counts them.
struct CountingSource {
  Word count = 0;
  Word given_back = 0;
  Result<CPtr> operator()(const TranslationLevel& level) {
    ++count;
    return allocator().create(level.kind);
  }
  void give_back(const TranslationLevel&, CPtr) { ++given_back; }
};

SEL4_TEST(tables_one_by_one) {
  const VSpace vspace = make_vspace();
  const auto frame = make<SmallFrame>();
  const Mapping mapping{window, Rights::rw, VmAttributes::data};
  std::array<CPtr, 8> tables{};
  for (std::size_t depth = 1; depth < tree.depth_count(); ++depth) {
    SEL4_CHECK_EQ(frame.map(vspace, mapping.vaddr, mapping.rights, mapping.attributes).error(),
                  Error::failed_lookup);
    const auto table = allocator().create(tree.at(depth).kind);
    SEL4_REQUIRE_OK(table);
    SEL4_REQUIRE_OK(arch::map_table(sys::ThreadIpc{}, *table, vspace.cptr(), depth, window,
                                    VmAttributes::standard));
    tables[depth] = *table;
  }
  SEL4_CHECK_OK(frame.map(vspace, mapping.vaddr, mapping.rights, mapping.attributes));
  SEL4_CHECK_OK(frame.unmap());
  // Without its last table the place is gone.
  SEL4_CHECK_OK(PageTable{tables[tree.depth_count() - 1]}.unmap());
  SEL4_CHECK_EQ(frame.map(vspace, mapping.vaddr, mapping.rights, mapping.attributes).error(),
                Error::failed_lookup);
}

SEL4_TEST(the_mapper_makes_the_tables_that_are_missing) {
  const VSpace vspace = make_vspace();
  CountingSource source;
  const auto first = make<SmallFrame>();
  const auto map_at = [&](auto frame, Vaddr at) {
    return map_frame(vspace, frame, {at, Rights::rw, VmAttributes::data}, source);
  };
  SEL4_REQUIRE_OK(map_at(first, window));
  SEL4_CHECK_EQ(source.count - source.given_back,
                tree.tables_needed(window, window, SmallFrame::size_bits));
  // The next page has them all, one behind the last table's reach needs one more.
  const Word before = source.count;
  SEL4_REQUIRE_OK(map_at(make<SmallFrame>(), window + SmallFrame::bytes));
  SEL4_CHECK_EQ(source.count, before);
  const Vaddr next_table = window + (Word{1} << tree.at(tree.depth_count() - 1).span_bits());
  SEL4_REQUIRE_OK(map_at(make<SmallFrame>(), next_table));
  SEL4_CHECK_EQ(source.count, before + 1);
  // A larger frame needs fewer.
  CountingSource large;
  const VSpace other = make_vspace();
  SEL4_REQUIRE_OK(
      map_frame(other, make<LargePage>(), {window, Rights::rw, VmAttributes::data}, large));
  SEL4_CHECK_EQ(large.count - large.given_back,
                tree.tables_needed(window, window, LargePage::size_bits));
  SEL4_CHECK_EQ(
      map_frame(other, make<SmallFrame>(), {window, Rights::rw, VmAttributes::data}, large).error(),
      Error::delete_first);
}

SEL4_TEST(sizes_that_no_table_has) {
  const auto frame = make<SmallFrame>();
  SEL4_CHECK_EQ(map_frame_of_size(init_thread::vspace, Frame{frame}, 13,
                                  {window, Rights::rw, VmAttributes::data}, allocator())
                    .error(),
                Error::range);
}

SEL4_TEST(nothing_is_mapped_without_an_asid) {
  const auto vspace = make<VSpace>();
  const auto frame = make<SmallFrame>();
  const Error error = frame.map(vspace, window, Rights::rw, VmAttributes::data).error();
  SEL4_CHECK(error == Error::invalid_capability || error == Error::failed_lookup);
  SEL4_CHECK(!map_frame(vspace, frame, {window, Rights::rw, VmAttributes::data}, allocator()));
  SEL4_CHECK_OK(init_thread::asid_pool.assign(vspace));
  SEL4_CHECK_OK(map_frame(vspace, frame, {window, Rights::rw, VmAttributes::data}, allocator()));
  // Mapped there, it cannot be mapped here.
  SEL4_CHECK_EQ(frame.map(init_thread::vspace, window, Rights::rw, VmAttributes::data).error(),
                Error::invalid_capability);
}

SEL4_TEST(asid_pools) {
  const auto vspace = make<VSpace>();
  const auto untyped = make<Untyped>(AsidControl::pool_size_bits);
  const auto pool = init_thread::asid_control.make_pool(untyped, free_slot());
  SEL4_REQUIRE_OK(pool);
  SEL4_CHECK_OK(pool->assign(vspace));
  SEL4_CHECK_EQ(pool->assign(vspace).error(), Error::invalid_capability);
  SEL4_CHECK_EQ(init_thread::asid_control.make_pool(untyped, free_slot()).error(),
                Error::revoke_first);
  SEL4_CHECK_EQ(init_thread::asid_control
                    .make_pool(make<Untyped>(AsidControl::pool_size_bits + 1), free_slot())
                    .error(),
                Error::invalid_capability);
  SEL4_CHECK_EQ(init_thread::asid_control
                    .make_pool(make<Untyped>(AsidControl::pool_size_bits), slot_of(untyped))
                    .error(),
                Error::delete_first);
}

/// Maps the image of this program into another address space, at the same addresses.
Result<> map_image(VSpace vspace) {
  Vaddr at = vaddr_of(&__ehdr_start).align_down(SmallFrame::size_bits);
  for (const SmallFrame frame : boot_info().user_image_frames()) {
    const auto copy = SEL4_TRY(free_slot().copy(frame, {.rights = Rights::rw}));
    SEL4_TRY(map_frame(vspace, copy, {at, Rights::rw, VmAttributes::standard}, allocator()));
    at += SmallFrame::bytes;
  }
  return {};
}

SEL4_TEST(a_thread_in_another_address_space) {
  const VSpace vspace = make_vspace();
  SEL4_REQUIRE_OK(map_image(vspace));
  // The same address holds a page here and another one there.
  const auto ours = make<SmallFrame>();
  const auto theirs = make<SmallFrame>();
  SEL4_REQUIRE_OK(map(ours, window, Rights::rw));
  SEL4_REQUIRE_OK(map_frame(vspace, theirs, {window, Rights::rw, VmAttributes::data}, allocator()));
  const auto copy = free_slot().copy(theirs, {.rights = Rights::rw});
  SEL4_REQUIRE_OK(copy);
  SEL4_REQUIRE_OK(map(*copy, other_window, Rights::rw));
  word_at(window) = 0x0095;
  word_at(other_window) = 0x7e15;
  Word seen = 0;
  auto body = [&] {
    // The initial thread's stack is memory of the image, too.
    seen = word_at(window);
    word_at(window + 8) = 0xcafe;
  };
  TestThread thread;
  SEL4_REQUIRE_OK(thread.start(body, {.vspace_root = vspace}));
  thread.join();
  SEL4_CHECK_EQ(seen, 0x7e15u);
  SEL4_CHECK_EQ(word_at(other_window + 8), 0xcafeu);
  SEL4_CHECK_EQ(word_at(window + 8), 0u);
  SEL4_CHECK_OK(ours.unmap());
  SEL4_CHECK_OK(copy->unmap());
}

}  // namespace
