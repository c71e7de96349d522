// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/run/evidence.hpp>

#include <doctest/doctest.h>

using namespace sel4::run;

TEST_CASE("lines that tell of an end") {
  CHECK(classify("panic at main.cpp:3: no memory") == Verdict::panic);
  CHECK(classify("Caught cap fault in send phase at address 0") == Verdict::fault);
  CHECK(classify("vm fault on data at address 0x10 with status 0x92000006") == Verdict::fault);
  CHECK(classify("user exception 0xf2000000 code 0x3c") == Verdict::fault);
  CHECK(classify("say panic at main.cpp:3: no memory") == Verdict::panic);
  CHECK(classify("thread 'main' panicked at src/main.rs:1:2:") == Verdict::panic);
  CHECK(classify("test x ... Caught cap fault in send phase at address 0") == Verdict::fault);
  CHECK(classify("test x ... aborted: no heap") == Verdict::panic);
  CHECK(classify("halting...") == Verdict::kernel_halt);
  CHECK(classify("seL4 failed assertion 'x' at file.c:1 in function f") == Verdict::kernel_halt);
  CHECK(classify("seL4 loader | ERROR  payload: bad checksum") == Verdict::loader);
}

TEST_CASE("ordinary lines are no evidence") {
  for (const char* line : {"", "hello", "test vm_fault_is_decoded ... ok", "no panic at all",
                           "panic at noon: 12 bells", "the loader had no error",
                           "seL4 loader | INFO  no ERROR", "checking unknown syscall"}) {
    CHECK_MESSAGE(!classify(line).has_value(), line);
  }
}

TEST_CASE("a panic explains the fault and the halt that follow") {
  Evidence evidence;
  CHECK(evidence.empty());
  CHECK_FALSE(evidence.add("hello"));
  CHECK(evidence.add("Caught cap fault in send phase at address 0"));
  CHECK(evidence.add("panic at a.cpp:1: first"));
  CHECK(evidence.add("panic at a.cpp:2: second"));
  CHECK(evidence.add("halting..."));
  CHECK(evidence.outcome().verdict == Verdict::panic);
  CHECK(evidence.outcome().detail == "panic at a.cpp:1: first");
}

TEST_CASE("the line after an announcement says more") {
  Evidence evidence;
  evidence.add("Found thread has no fault handler while trying to handle:");
  evidence.add("vm fault on data at address 0x8 with status 0x92000044");
  evidence.add("vm fault on data at address 0x9 with status 0x92000044");
  CHECK(evidence.outcome().verdict == Verdict::fault);
  CHECK(evidence.outcome().detail == "vm fault on data at address 0x8 with status 0x92000044");
}
