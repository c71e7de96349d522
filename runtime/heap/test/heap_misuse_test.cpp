// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
//
// What the heap notices. A panic ends the program, so each case runs in a process of its own.

#include <sel4/heap.hpp>

#include <array>
#include <csignal>
#include <cstring>
#include <doctest/doctest.h>
#include <string>
#include <sys/wait.h>
#include <unistd.h>

namespace {

/// What a process that does `misuse` prints, if it aborts; nothing if it goes on.
template <class F>
std::string last_words(F misuse) {
  std::array<int, 2> ends{};
  REQUIRE(pipe(ends.data()) == 0);
  const pid_t child = fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    std::signal(SIGABRT, SIG_DFL);
    dup2(ends[1], 2);
    alignas(16) static std::array<std::byte, 8192> memory;
    static sel4::Heap heap;
    heap.add(memory);
    misuse(heap);
    _exit(0);
  }
  close(ends[1]);
  std::string text;
  char block[256];
  for (ssize_t n = 0; (n = read(ends[0], block, sizeof block)) > 0;) {
    text.append(block, static_cast<std::size_t>(n));
  }
  close(ends[0]);
  int status = 0;
  REQUIRE(waitpid(child, &status, 0) == child);
  return WIFSIGNALED(status) ? text : std::string{};
}

bool says(const std::string& text, const char* part) { return text.find(part) != text.npos; }

}  // namespace

TEST_CASE("freed twice") {
  CHECK(says(last_words([](sel4::Heap& heap) {
               void* const block = heap.allocate(100);
               void* const other = heap.allocate(100);
               heap.free(block);
               heap.free(block);
               heap.free(other);
             }),
             "invalid free: the block is free already"));
}

TEST_CASE("freed twice after it was joined with the block before it") {
  CHECK(says(last_words([](sel4::Heap& heap) {
               void* const before = heap.allocate(100);
               void* const block = heap.allocate(100);
               static_cast<void>(heap.allocate(100));
               heap.free(before);
               heap.free(block);
               heap.free(block);
             }),
             "invalid free: the block is free already"));
}

TEST_CASE("a foreign pointer") {
  CHECK(says(last_words([](sel4::Heap& heap) {
               int mine = 0;
               heap.free(&mine);
             }),
             "the pointer is not one of the heap's"));
}

TEST_CASE("a pointer into a block") {
  CHECK(says(last_words([](sel4::Heap& heap) {
               auto* const block = static_cast<char*>(heap.allocate(100));
               heap.free(block + 1);
             }),
             "the pointer is not one of the heap's"));
  CHECK(says(last_words([](sel4::Heap& heap) {
               auto* const block = static_cast<char*>(heap.allocate(100));
               std::memset(block, 0x5b, 100);
               heap.free(block + 32);
             }),
             "not the start of a block"));
}

TEST_CASE("realloc of a free block") {
  CHECK(says(last_words([](sel4::Heap& heap) {
               void* const block = heap.allocate(100);
               heap.free(block);
               static_cast<void>(heap.reallocate(block, 200));
             }),
             "invalid realloc: the block is free already"));
}

TEST_CASE("a write past the end of a block") {
  CHECK(says(last_words([](sel4::Heap& heap) {
               auto* const block = static_cast<char*>(heap.allocate(100));
               void* const next = heap.allocate(100);
               std::memset(block, 0, 120);
               heap.free(next);
             }),
             "invalid free"));
}

TEST_CASE("a write to a free block") {
  CHECK(says(last_words([](sel4::Heap& heap) {
               void* const first = heap.allocate(100);
               void* const between = heap.allocate(100);
               void* const second = heap.allocate(100);
               static_cast<void>(heap.allocate(100));
               heap.free(first);
               heap.free(second);
               // The links of the list.
               std::array<void*, 2> links = {heap.allocate(8), between};
               std::memcpy(first, links.data(), sizeof links);
               heap.free(between);
             }),
             "heap corrupted: a free block was written to"));
}

TEST_CASE("good use does not end the program") {
  CHECK(last_words([](sel4::Heap& heap) { heap.free(heap.allocate(10)); }).empty());
}
