// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "parts.hpp"

namespace sel4::conformance {

namespace {

constexpr Word node_bits = 4;

/// Where the receiver says that a capability may go.
struct Destination {
  std::string_view name;
  enum class Root : std::uint8_t { ours, node, none, not_a_node } root;
  Word index;
  Word depth;
};
constexpr std::array destinations{
    Destination{"an empty slot", Destination::Root::node, 3, node_bits},
    Destination{"another empty slot", Destination::Root::node, 5, node_bits},
    Destination{"a full slot", Destination::Root::node, 1, node_bits},
    Destination{"no root", Destination::Root::none, 3, node_bits},
    Destination{"a root that is none", Destination::Root::not_a_node, 3, node_bits},
    Destination{"too deep", Destination::Root::node, 3, node_bits + 1},
    Destination{"not deep enough", Destination::Root::node, 3, node_bits - 1},
    Destination{"no depth", Destination::Root::node, 3, 0},
    Destination{"a depth beyond", Destination::Root::node, 3, 65},
    Destination{"through a full slot", Destination::Root::node, 0x13, 2 * node_bits},
    Destination{"through a CNode", Destination::Root::node, 0x23, 2 * node_bits},
    Destination{"index beyond", Destination::Root::node, 0xf3, node_bits},
};

/// Capabilities to send.
constexpr std::array kinds{"the endpoint",
                           "the endpoint with a badge",
                           "another endpoint",
                           "nothing",
                           "a notification",
                           "a CNode",
                           "a TCB",
                           "an untyped",
                           "an untyped in use",
                           "a frame",
                           "a reply object",
                           "the receiver's CNode"};

class Case {
 public:
  explicit Case(Scratch& scratch)
      : scratch_(scratch),
        node_(scratch.make(::seL4_CapTableObject, node_bits)),
        inner_(scratch.make(::seL4_CapTableObject, node_bits)),
        endpoint_(scratch.make(::seL4_EndpointObject, 0)),
        reply_(scratch.make(::seL4_ReplyObject, 0)) {
    must(copy({node_, 1, node_bits}, place_of(endpoint_)), "no full slot");
    must(copy({node_, 2, node_bits}, place_of(inner_)), "no inner CNode");
  }

  CPtr kind(std::size_t which) {
    switch (which) {
      case 0:
        return endpoint_;
      case 1:
        return minted(scratch_, endpoint_, 77);
      case 2:
        return scratch_.make(::seL4_EndpointObject, 0);
      case 4:
        return minted(scratch_, scratch_.make(::seL4_NotificationObject, 0), 3);
      case 5:
        return scratch_.make(::seL4_CapTableObject, node_bits);
      case 6:
        return scratch_.make(::seL4_TCBObject, 0);
      case 7:
        return scratch_.make(::seL4_UntypedObject, 6);
      case 8: {
        const CPtr untyped = scratch_.make(::seL4_UntypedObject, 6);
        must(retype(untyped, ::seL4_EndpointObject, 0, scratch_.slot().cptr()), "not in use");
        return untyped;
      }
      case 9:
        return scratch_.make(SmallFrame::object_type, 0);
      case 10:
        return scratch_.make(::seL4_ReplyObject, 0);
      case 11:
        return node_;
      default:
        return scratch_.slot().cptr();
    }
  }

  void add_state(Text& text) const {
    text.add(' ');
    for (Word i = 0; i < 7; ++i) text.add(look({node_, i, node_bits}));
    text.add(' ');
    for (Word i = 0; i < 5; ++i) text.add(look({inner_, i, node_bits}));
  }

  [[nodiscard]] CPtr root(Destination::Root root) const noexcept {
    switch (root) {
      case Destination::Root::ours:
        return init_thread::cnode.cptr();
      case Destination::Root::node:
        return node_;
      case Destination::Root::not_a_node:
        return endpoint_;
      default:
        return CPtr{};
    }
  }

  [[nodiscard]] CPtr endpoint() const noexcept { return endpoint_; }
  [[nodiscard]] CPtr reply() const noexcept { return reply_; }

 private:
  Scratch& scratch_;
  CPtr node_;
  CPtr inner_;
  CPtr endpoint_;
  CPtr reply_;
};

enum class Way : std::uint8_t { send, call, nb_send, send_first, reply };

/// One message with `count` capabilities, `which` first, and what the receiver has then.
void one(Scratch& scratch, const Destination& to, std::size_t which, Word count, Word right,
         Way way, std::size_t second) {
  scratch.clear();
  Case c{scratch};
  const CPtr sender_cap = minted(scratch, c.endpoint(), 5, right);
  std::array<CPtr, 3> caps{};
  for (Word i = 0; i < count; ++i) caps[i] = c.kind(i == 0 ? which : second);
  Handler handler{scratch};
  Actor receiver{scratch};
  Actor sender{scratch, {.fault_handler = handler.cap()}};
  for (IpcBuffer* const buffer : {&receiver.ipc_buffer(), &sender.ipc_buffer()}) {
    buffer->receiveCNode = c.root(to.root).bits();
    buffer->receiveIndex = to.index;
    buffer->receiveDepth = to.depth;
  }
  const auto got_one = [&](Actor& actor, const sys::Registers& got) {
    note_got("it", got);
    for (Word i = 0; i < 3; ++i) {
      // Addresses of capabilities that were not unwrapped stay as they were.
      if ((sys::message_info(got).caps_unwrapped() >> i & 1) != 0) {
        note("badge ", actor.ipc_buffer().caps_or_badges[i]);
      }
    }
  };
  auto receive = [&] {
    got_one(receiver, recv(c.endpoint(), c.reply()));
    if (way == Way::reply) {
      for (Word i = 0; i < count; ++i) receiver.ipc_buffer().caps_or_badges[i] = caps[i].bits();
      sys::send(c.reply(), message(4, 0, count), {});
    }
  };
  auto send = [&] {
    for (Word i = 0; i < count; ++i) sender.ipc_buffer().caps_or_badges[i] = caps[i].bits();
    if (way == Way::call) {
      got_one(sender, sys::call(sender_cap, message(3, 1, count), {}));
    } else if (way == Way::reply) {
      got_one(sender, sys::call(sender_cap, message(3, 1, 0), {}));
    } else if (way == Way::nb_send) {
      sys::nb_send(sender_cap, message(3, 1, count), {});
    } else {
      sys::send(sender_cap, message(3, 1, count), {});
    }
  };
  if (way == Way::send_first) sender.start(send);
  receiver.start(receive);
  if (way != Way::send_first) sender.start(send);
  Text text;
  handler.take_words(text, 2);
  c.add_state(text);
  constexpr std::array ways{"sent", "called", "sent without waiting", "sent first", "replied"};
  tell_notes(kinds[which], " x ", count, " to ", to.name, ", rights ", right, ", ",
             ways[static_cast<std::size_t>(way)], ", ", text.view());
}

}  // namespace

void transfer(Scratch& scratch) {
  for (const Destination& to : destinations) {
    for (const std::size_t which : {std::size_t{0}, std::size_t{2}, std::size_t{3}}) {
      for (Word count = 1; count <= 3; ++count) {
        one(scratch, to, which, count, all_rights, Way::send, which);
      }
    }
  }
  for (std::size_t which = 0; which < kinds.size(); ++which) {
    for (const Way way : {Way::send, Way::call, Way::nb_send, Way::send_first, Way::reply}) {
      for (const Word right :
           {all_rights, write_right, write_right | grant_reply_right, write_right | grant_right}) {
        one(scratch, destinations[0], which, 1, right, way, 0);
      }
    }
    for (const std::size_t second : {std::size_t{0}, std::size_t{1}, std::size_t{2}}) {
      one(scratch, destinations[0], which, 2, all_rights, Way::send, second);
      one(scratch, destinations[0], which, 3, all_rights, Way::call, second);
    }
  }
}

}  // namespace sel4::conformance
