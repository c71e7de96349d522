// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
//
// Instantiates every class of the bindings with every context, and all members that the
// configuration has: what is wrong in a member that nobody calls yet shows here. Nothing of it
// runs.

#include <sel4/benchmark.hpp>
#include <sel4/sel4.hpp>

namespace sel4 {

#define INSTANTIATE(context)                     \
  template class BasicAsidControl<context>;      \
  template class BasicAsidPool<context>;         \
  template class BasicCNode<context>;            \
  template class BasicCallerAuthority<context>;  \
  template class BasicDomainSet<context>;        \
  template class BasicEndpoint<context>;         \
  template class BasicFrame<context>;            \
  template class BasicIpcBufferView<context>;    \
  template class BasicIrqControl<context>;       \
  template class BasicIrqHandler<context>;       \
  template class BasicNotification<context>;     \
  template class BasicPageTable<context>;        \
  template class BasicReply<context>;            \
  template class BasicSchedContext<context>;     \
  template class BasicSchedControl<context>;     \
  template class BasicSlot<context>;             \
  template class BasicSlotOf<Endpoint, context>; \
  template class BasicSmallPage<context>;        \
  template class BasicTcb<context>;              \
  template class BasicUntyped<context>;          \
  template class BasicVSpace<context>

INSTANTIATE(sys::ThreadIpc);
INSTANTIATE(sys::GivenIpc);

template class CapRange<Endpoint>;
template class OwnedCap<Endpoint>;
template class OwnedCap<BasicEndpoint<sys::GivenIpc>, sys::GivenIpc>;

// A capability is a word, and so is what an operation returns.
static_assert(sizeof(Tcb) == sizeof(Word) && std::is_trivially_copyable_v<Tcb>);
static_assert(sizeof(Result<>) == sizeof(Word));
static_assert(sizeof(Result<Tcb>) == 2 * sizeof(Word));
static_assert(std::is_trivially_copyable_v<Result<Tcb>>);
static_assert(sizeof(Received) == 2 * sizeof(Word) && std::is_trivially_copyable_v<Received>);

// Member templates, and functions that are templates.
[[maybe_unused]] void call_templates(Untyped untyped, CNode cnode, Endpoint endpoint, Tcb tcb) {
  const Slot slot = cnode.slot(1);
  const auto given = cnode.with(sys::GivenIpc{nullptr}).slot(2, Depth{8});
  slot.mint(endpoint, {.rights = Rights::all}).ignore();
  slot.mint(cnode.slot(endpoint), {.rights = Rights::all, .badge = Badge{1}}).ignore();
  slot.mint(given, {.rights = Rights::all}).ignore();
  slot.copy(endpoint, {.rights = Rights::all}).ignore();
  slot.copy(cnode.slot(endpoint), {.rights = Rights::all}).ignore();
  slot.copy(given, {.rights = Rights::all}).ignore();
  slot.move(endpoint).ignore();
  slot.move(cnode.slot(endpoint)).ignore();
  slot.move(given).ignore();
  slot.mutate(cnode, Guard{}).ignore();
  slot.mutate(cnode.slot(cnode), Guard{}).ignore();
  slot.mutate(given, Guard{}).ignore();
  slot.rotate(given, slot, {.here = Guard{}}).ignore();
  untyped.retype(Blueprint::of<CNode>(4), {.node = cnode.self(), .offset = 1}).ignore();
  untyped.retype(kind::tcb, {.node = cnode.self(), .offset = 1}).ignore();
  untyped.retype<Endpoint>(slot).ignore();
  untyped.retype<CNode>(slot, 4).ignore();
  untyped.retype_many<Endpoint>(slot, 3).ignore();
  untyped.retype_many<Untyped>(slot, 3, 12).ignore();
  make_reply_authority(untyped, slot).ignore();
  debug_name_thread(tcb, "name");
  debug_print("text");
  debug_dump_scheduler();
  debug_snapshot();
  const ReceivedWords received = endpoint.recv_with_words(ReplyAuthority{});
  if (const auto fault = decode_fault(received)) {
    if (const auto* exception = std::get_if<UserException>(&*fault)) {
      ReplyAuthority{}.reply(resume_reply(*exception));
    }
  }
}

// What only MCS kernels have; the types depend on a parameter, so that others do not look.
template <class Context>
void call_mcs_templates(BasicTcb<Context> tcb, BasicNotification<Context> notification,
                        BasicSchedContext<Context> context) {
  if constexpr (config::kernel_mcs) {
    context.bind(tcb).ignore();
    context.bind(notification).ignore();
    context.unbind(tcb).ignore();
    context.unbind(notification).ignore();
    const Context ipc = context.ipc();
    ReplyAuthority{}.reply(timeout_reply(UserContext{}, ipc));
  }
}
template void call_mcs_templates(Tcb, Notification, SchedContext);

}  // namespace sel4
