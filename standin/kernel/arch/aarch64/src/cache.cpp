// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include "cache.hpp"

#include <core/vspace.hpp>
#include <decode/vspace.hpp>

namespace sel4::kernel::arch {

namespace {

constexpr Word line = Word{1} << CONFIG_L1_CACHE_LINE_SIZE_BITS;

enum class Operation : std::uint8_t { clean, invalidate, clean_invalidate, unify };

/// On kernel addresses of memory that programs have.
void maintain(Operation operation, Word start, Word end) {
  for (Word at = start & ~(line - 1); at < end; at += line) {
    switch (operation) {
      case Operation::clean:
        asm volatile("dc cvac, %0" ::"r"(at) : "memory");
        break;
      case Operation::invalidate:
      case Operation::clean_invalidate:
        // Lines that are only partly in the range must not lose the other part.
        asm volatile("dc civac, %0" ::"r"(at) : "memory");
        break;
      case Operation::unify:
        asm volatile("dc cvau, %0\n dsb ish\n ic ivau, %0" ::"r"(at) : "memory");
        break;
    }
  }
  asm volatile("dsb ish\n isb" ::: "memory");
}

Error flush_frame(const Invocation& call) {
  if (!call.has(2, 0)) return truncated();
  const Mapping mapping = Mapping::of(call.cap);
  const Word start = call.arg(0);
  const Word end = call.arg(1);
  if (mapping.asid == 0) return fail(seL4_IllegalOperation, "the frame is not mapped");
  if (find_vspace(mapping.asid) == 0) {
    lookup_failure = LookupFailure::invalid_root();
    return fail_lookup(false, "the address space's ASID is not in use");
  }
  if (end <= start) return fail_argument(1, "the range ends before it starts");
  const Word size = bit(call.cap.size());
  if (start >= size || end > size) return fail_argument(0, "the range leaves the frame");
  const Walk at = walk(find_vspace(mapping.asid), mapping.vaddr, call.cap.size());
  if (at.bits != call.cap.size() || !maps(*at.entry, call.cap.address(), at.bits)) {
    return fail_capability(0, "another frame has taken its place");
  }
  const Word base = to_virtual(call.cap.address());
  maintain(static_cast<Operation>(call.label() - ARMPageClean_Data), base + start, base + end);
  return seL4_NoError;
}

}  // namespace

Error flush_vspace(const Invocation& call) {
  const Word label = call.label();
  if (label < ARMVSpaceClean_Data || label > ARMVSpaceUnify_Instruction) return no_such_method();
  if (!call.has(2, 0)) return truncated();
  const Word start = call.arg(0);
  const Word end = call.arg(1);
  if (end <= start) return fail_argument(1, "the range ends before it starts");
  if (end > seL4_UserTop) return fail(seL4_IllegalOperation, "the range leaves user space");
  const Word asid = Mapping::of(call.cap).asid;
  if (asid == 0) return fail_capability(0, "the address space has no ASID");
  if (const Error error = check_asid(call.cap)) return error;
  const Walk at = walk(call.cap.address(), start, page_bits);
  if (!is_used(*at.entry)) return seL4_NoError;
  if (round_down(start, at.bits) != round_down(end - 1, at.bits)) {
    return fail_range(start, round_down(start, at.bits) + low_bits(at.bits), "the range's end");
  }
  const Word paddr = round_down(entry_address(*at.entry), at.bits);
  const Word base = to_virtual(paddr) + (start & low_bits(at.bits));
  maintain(static_cast<Operation>(label - ARMVSpaceClean_Data), base, base + (end - start));
  return seL4_NoError;
}

Error invoke_frame(const Invocation& call) {
  switch (call.label()) {
    case ARMPageClean_Data:
    case ARMPageInvalidate_Data:
    case ARMPageCleanInvalidate_Data:
    case ARMPageUnify_Instruction:
      return flush_frame(call);
    default:
      return no_such_method();
  }
}

Error invoke(const Invocation& call) {
  return call.cap.is(Kind::vspace) ? flush_vspace(call) : invoke_sgi(call);
}

}  // namespace sel4::kernel::arch
