// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/fake/kernel.hpp>
#include <sel4/sys/invocations.hpp>
#include <sel4/sys/syscalls.hpp>

#include <doctest/doctest.h>
#include <string>
#include <vector>

namespace sel4 {
namespace {

using sys::InvocationLabel;

struct Failures {
  explicit Failures(fake::Kernel& kernel) {
    kernel.on_failure([this](std::string_view text) { texts.emplace_back(text); });
  }
  std::vector<std::string> texts;
};

TEST_CASE("an expected invocation gets its answer, and is recorded with words beyond registers") {
  fake::Kernel kernel;
  kernel.expect({.label = InvocationLabel::untyped_retype,
                 .service = CPtr{20},
                 .words = std::vector<Word>{2, 0, 0, 0, 30, 1},
                 .caps = std::vector<Word>{2}},
                {.error = Error::not_enough_memory});
  const auto result = untyped_retype(sys::ThreadIpc{}, CPtr{20}, 2, 0, CPtr{2}, 0, 0, 30, 1);
  CHECK(result.error() == Error::not_enough_memory);
  REQUIRE(kernel.messages().size() == 1);
  CHECK(kernel.messages()[0].label() == InvocationLabel::untyped_retype);
  CHECK(kernel.messages()[0].words.size() == 6);
}

TEST_CASE("another call than the expected one is a failure that names both") {
  fake::Kernel kernel;
  Failures failures(kernel);
  kernel.expect({.label = InvocationLabel::tcb_resume, .service = CPtr{5}});
  CHECK(tcb_suspend(sys::ThreadIpc{}, CPtr{5}).error() == Error::illegal_operation);
  kernel.verify();
  REQUIRE(failures.texts.size() == 2);
  CHECK(failures.texts[0] ==
        "expected: Call of CPtr 5 with TCBResume\n"
        "     came: Call of CPtr 5 with TCBSuspend, words [], caps []");
  CHECK(failures.texts[1] == "expected, but did not come:\n  Call of CPtr 5 with TCBResume");
}

TEST_CASE("a call that nothing expects is a failure, or goes to the handler") {
  fake::Kernel kernel;
  Failures failures(kernel);
  CHECK_FALSE(tcb_resume(sys::ThreadIpc{}, CPtr{7}).has_value());
  REQUIRE(failures.texts.size() == 1);
  CHECK(failures.texts[0] == "not expected: Call of CPtr 7 with TCBResume, words [], caps []");
  kernel.allow_all();
  CHECK(tcb_resume(sys::ThreadIpc{}, CPtr{7}).has_value());
  kernel.otherwise([](const fake::Message& message) {
    return fake::Answer{.error = message.cap == CPtr{8} ? Error::none : Error::invalid_capability};
  });
  CHECK(tcb_resume(sys::ThreadIpc{}, CPtr{8}).has_value());
  CHECK(tcb_resume(sys::ThreadIpc{}, CPtr{9}).error() == Error::invalid_capability);
  CHECK(failures.texts.size() == 1);
}

TEST_CASE("wrong words, capabilities or service do not match") {
  fake::Kernel kernel;
  Failures failures(kernel);
  const auto resume = [] { return tcb_resume(sys::ThreadIpc{}, CPtr{7}).has_value(); };
  kernel.expect({.label = InvocationLabel::tcb_resume, .service = CPtr{8}});
  CHECK_FALSE(resume());
  kernel.on_failure([](std::string_view) {});
  kernel.verify();
  kernel.expect({.label = InvocationLabel::tcb_resume, .words = std::vector<Word>{1}});
  CHECK_FALSE(resume());
  kernel.verify();
  kernel.expect({.label = InvocationLabel::tcb_resume, .caps = std::vector<Word>{1}});
  CHECK_FALSE(resume());
  kernel.verify();
  CHECK(failures.texts.size() == 1);
}

TEST_CASE("a received message comes in registers and, beyond four words, in the buffer") {
  fake::Kernel kernel;
  kernel.expect({.call = sys::syscall::recv, .cap = CPtr{3}},
                {.label = 9, .badge = 0x1337, .words = {1, 2, 3, 4, 5, 6}, .caps = {77}});
  const sys::Registers in = sys::recv(CPtr{3}, 4);
  const sys::MessageInfo info = sys::message_info(in);
  CHECK(in.cap == 0x1337);
  CHECK(info.label() == 9);
  CHECK(info.length() == 6);
  CHECK(info.extra_caps() == 1);
  CHECK(info.caps_unwrapped() == 1);
  CHECK(in.mr3 == 4);
  CHECK(kernel.ipc_buffer().msg[0] == 0);
  CHECK(kernel.ipc_buffer().msg[5] == 6);
  CHECK(kernel.ipc_buffer().caps_or_badges[0] == 77);
}

TEST_CASE("kernels nest, and the buffer is the thread's") {
  fake::Kernel outer;
  CHECK(&sys::ThreadIpc::buffer() == &outer.ipc_buffer());
  {
    fake::Kernel inner;
    CHECK(&sys::ThreadIpc::buffer() == &inner.ipc_buffer());
    CHECK(inner.ipc_buffer().userData == reinterpret_cast<Word>(&inner.ipc_buffer()));
  }
  CHECK(&sys::ThreadIpc::buffer() == &outer.ipc_buffer());
}

TEST_CASE("an answer that no message can hold, and a call that the kernel lacks, are failures") {
  fake::Kernel kernel;
  Failures failures(kernel);
  kernel.expect({.call = sys::syscall::recv}, {.words = std::vector<Word>(121)});
  (void)sys::recv(CPtr{3}, 4);
  kernel.expect({.call = sys::Syscall{.number = 0, .enabled = false}});
  REQUIRE(failures.texts.size() == 2);
  CHECK(failures.texts[0] == "an answer is longer than a message can be");
  kernel.verify();
}

}  // namespace
}  // namespace sel4
