// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// Every invocation label at every kind of object, with arguments that say too little, nothing, too
// much, and something: which methods an object has, what each checks, and in which order.

#include "arguments.hpp"
#include "subjects.hpp"

#include <sel4/conformance/scratch.hpp>
#include <sel4/conformance/transcript.hpp>
#include <sel4/test/root_task.hpp>

#include <array>

namespace {

using namespace sel4;
using namespace sel4::conformance;

/// What the message of a case carries.
struct Shape {
  std::string_view name;
  Word length;
  Word extra_caps;
  std::array<Word, 12> words;
  std::array<Argument, 3> caps;
};

constexpr Word all = ~Word{0};
constexpr Word window = 0x10'0000'0000;
using enum Argument;

constexpr std::array shapes{
    Shape{"nothing", 0, 0, {}, {}},
    Shape{"zeros", 12, 0, {}, {}},
    Shape{"zeros, no such caps", 12, 3, {}, {empty, empty, empty}},
    Shape{"ones, no such caps",
          12,
          3,
          {all, all, all, all, all, all, all, all, all, all, all, all},
          {empty, empty, empty}},
    Shape{"one word, one cap", 1, 1, {1}, {cnode}},
    Shape{"slots of a CNode", 12, 3, {3, 4, 2, 4, 1, 4, 0, 4, 1, 4, 1, 1}, {cnode, cnode, cnode}},
    Shape{"slots beyond", 12, 3, {3, 3, 2, 5, 1, 65, 0, 0, 64, 4, 1, 1}, {cnode, cnode, cnode}},
    Shape{"a place in a VSpace", 12, 3, {window, 3, 1, 0, 0, 0}, {vspace, cnode, tcb}},
    Shape{"the same, not aligned", 12, 3, {window + 8, 3, 1, 0, 0, 0}, {vspace, cnode, tcb}},
    Shape{"a place of the kernel", 12, 3, {all << 12, 3, 1, 0, 0, 0}, {vspace, cnode, tcb}},
    Shape{"our VSpace", 12, 3, {window, 3, 1, 0, 0, 0}, {our_vspace, cnode, tcb}},
    Shape{"a thread", 12, 3, {100, 50, 0, 0, 0, 0}, {our_tcb, sched_context, endpoint}},
    Shape{"a low thread", 12, 3, {256, 300, 0, 0, 0, 0}, {tcb, tcb, tcb}},
    Shape{"a notification", 12, 3, {0, 1, 2, 3, 4, 5}, {notification, endpoint, tcb}},
    Shape{"a context", 12, 3, {1000, 2000, 0, 0x77, 0, 0}, {sched_context, tcb, tcb}},
    Shape{"a context, too much", 12, 3, {2000, 1000, 1000, 0x77, 0, 0}, {sched_context, tcb, tcb}},
    Shape{"an untyped", 12, 3, {4, 4, 0, 0, 0, 0}, {untyped_of_a_page, cnode, tcb}},
    Shape{"a frame", 12, 3, {0, 0x1000, 0, 0, 0, 0}, {frame, cnode, vspace}},
    Shape{
        "a capability for the thread", 12, 3, {0, 0, 0, 0x1000, 0, 0}, {cnode, our_vspace, frame}},
};

sys::Registers send(CPtr subject, Word label, const Shape& shape, Arguments& arguments) {
  // Made before the buffer is filled: to make them takes messages, too.
  std::array<Word, 3> caps{};
  for (std::size_t i = 0; i < shape.extra_caps; ++i) caps[i] = arguments(shape.caps[i]).bits();
  IpcBuffer& buffer = sys::ThreadIpc{}.buffer();
  for (std::size_t i = 0; i < shape.words.size(); ++i) buffer.msg[i] = shape.words[i];
  for (std::size_t i = 0; i < caps.size(); ++i) buffer.caps_or_badges[i] = caps[i];
  const auto& w = shape.words;
  const sys::Registers reply =
      sys::invoke(subject, static_cast<sys::InvocationLabel>(label), shape.extra_caps, shape.length,
                  {w[0], w[1], w[2], w[3]});
  Tally::count(label, reply);
  return reply;
}

/// Methods that change what the whole machine does.
bool is_left_out(const Subject& subject, Word label) {
  const std::string_view name = sys::label_name(static_cast<sys::InvocationLabel>(label));
  return subject.name == "DomainSet" && name.starts_with("DomainSchedule");
}

/// All shapes at one label. Says nothing if the object has no such method; gives whether it does.
bool all_shapes(Scratch& scratch, const Subject& subject, Word label) {
  std::array<sys::Registers, shapes.size()> replies;
  bool is_method = false;
  for (std::size_t i = 0; i < shapes.size(); ++i) {
    scratch.clear();
    const CPtr object = subject.make(scratch);
    Arguments arguments{scratch};
    replies[i] = send(object, label, shapes[i], arguments);
    is_method = is_method || sys::reply_error(replies[i]) != Error::illegal_operation;
  }
  if (!is_method) return false;
  line("# ", subject.name, " ", sys::label_name(static_cast<sys::InvocationLabel>(label)));
  for (std::size_t i = 0; i < shapes.size(); ++i) {
    print(line_mark, shapes[i].name, ": ");
    print_answer(replies[i]);
  }
  return true;
}

void run(const BootInfo& boot_info) {
  Scratch scratch{boot_info};
  for_each_subject(scratch, [&](const Subject& subject) {
    Word methods = 0;
    // Two labels more than there are.
    for (Word label = 0; label < sys::invocation_label_count + 2; ++label) {
      if (!is_left_out(subject, label) && all_shapes(scratch, subject, label)) ++methods;
    }
    line(subject.name, ": methods ", methods);
  });
  for (Word label = 1; label < sys::invocation_label_count; ++label) {
    line("method ", sys::label_name(static_cast<sys::InvocationLabel>(label)));
  }
  end();
  test::pass();
}

}  // namespace

SEL4_ROOT_TASK(run);
