// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
//
// Containers and utilities of the C++ library.

#include <sel4/test/test.hpp>

#include <algorithm>
#include <array>
#include <atomic>
#include <bit>
#include <bitset>
#include <chrono>
#include <coroutine>
#include <deque>
#include <expected>
#include <functional>
#include <list>
#include <map>
#include <memory>
#include <memory_resource>
#include <mutex>
#include <numeric>
#include <optional>
#include <random>
#include <ranges>
#include <set>
#include <shared_mutex>
#include <span>
#include <stdexcept>
#include <string>
#include <system_error>
#include <tuple>
#include <unordered_map>
#include <variant>
#include <vector>

using namespace std::literals;

SEL4_TEST(vector_deque_list_array) {
  std::vector<int> numbers;
  for (int i = 0; i < 1000; ++i) numbers.push_back((i * 7919) % 1000);
  std::ranges::sort(numbers);
  SEL4_CHECK_EQ(numbers.front(), 0);
  SEL4_CHECK_EQ(numbers.back(), 999);
  SEL4_CHECK_EQ(std::accumulate(numbers.begin(), numbers.end(), 0), 499500);
  std::deque<std::string> queue;
  for (int i = 0; i < 200; ++i) queue.push_front(std::to_string(i));
  SEL4_CHECK_EQ(queue.back(), "0");
  std::list<int> list{3, 1, 2};
  list.sort();
  SEL4_CHECK_EQ(list.front(), 1);
  std::array<int, 3> fixed{1, 2, 3};
  SEL4_CHECK_EQ(fixed.at(2), 3);
}

SEL4_TEST(string_and_string_view) {
  std::string text = "short";
  text += " and then so long that it needs the heap";
  text.replace(0, 5, "quite");
  SEL4_CHECK(text.starts_with("quite and"));
  SEL4_CHECK_EQ(text.find("heap"), text.size() - 4);
  const std::string_view view = text;
  SEL4_CHECK_EQ(view.substr(6, 3), "and");
  SEL4_CHECK_EQ(std::stod("2.5"), 2.5);
  SEL4_CHECK_EQ(std::stoul("ff", nullptr, 16), 255u);
  SEL4_CHECK_EQ(std::to_string(1.5), "1.500000");
}

SEL4_TEST(map_set_and_unordered_map) {
  std::map<std::string, int> ordered;
  std::unordered_map<std::string, int> hashed;
  std::set<int> set;
  for (int i = 0; i < 500; ++i) {
    ordered["key" + std::to_string(i)] = i;
    hashed["key" + std::to_string(i)] = i;
    set.insert(i % 50);
  }
  SEL4_CHECK_EQ(ordered.at("key77"), 77);
  SEL4_CHECK_EQ(hashed.at("key499"), 499);
  SEL4_CHECK_EQ(hashed.size(), 500u);
  SEL4_CHECK_EQ(set.size(), 50u);
  ordered.erase("key77");
  SEL4_CHECK(!ordered.contains("key77"));
}

namespace {
std::expected<int, std::string> parse(std::string_view text) {
  if (text.empty()) return std::unexpected("nothing to parse"s);
  return static_cast<int>(text.size());
}
}  // namespace

SEL4_TEST(expected_optional_variant) {
  SEL4_CHECK_EQ(parse("abc").value(), 3);
  SEL4_CHECK_EQ(parse("").error(), "nothing to parse");
  bool caught = false;
  try {
    static_cast<void>(parse("").value());
  } catch (const std::bad_expected_access<std::string>& error) {
    caught = error.error() == "nothing to parse";
  }
  SEL4_CHECK(caught);
  const std::optional<int> some = 20;
  SEL4_CHECK_EQ(some.transform([](int i) { return i + 1; }).value_or(0), 21);
  SEL4_CHECK_EQ(std::optional<int>{}.value_or(4), 4);
  std::variant<int, std::string, std::vector<int>> value = "text"s;
  SEL4_CHECK_EQ(std::get<std::string>(value), "text");
  value = std::vector{1, 2, 3};
  const auto size = std::visit(
      [](const auto& held) -> std::size_t {
        if constexpr (requires { held.size(); }) {
          return held.size();
        } else {
          return 0;
        }
      },
      value);
  SEL4_CHECK_EQ(size, 3u);
}

SEL4_TEST(span_and_ranges) {
  std::array numbers{1, 2, 3, 4, 5, 6, 7, 8};
  const std::span<const int> part = std::span(numbers).subspan(2, 4);
  SEL4_CHECK_EQ(part.back(), 6);
  int sum = 0;
  for (const int n : part | std::views::filter([](int i) { return i % 2 == 0; }) |
                         std::views::transform([](int i) { return i * i; })) {
    sum += n;
  }
  SEL4_CHECK_EQ(sum, 16 + 36);
  SEL4_CHECK(std::ranges::equal(std::views::iota(1, 4), std::array{1, 2, 3}));
}

namespace {

struct Generator {
  struct promise_type {
    int value = 0;
    std::exception_ptr error;
    Generator get_return_object() {
      return Generator(std::coroutine_handle<promise_type>::from_promise(*this));
    }
    std::suspend_always initial_suspend() noexcept { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    std::suspend_always yield_value(int v) {
      value = v;
      return {};
    }
    void return_void() {}
    void unhandled_exception() { error = std::current_exception(); }
  };
  explicit Generator(std::coroutine_handle<promise_type> h) : handle(h) {}
  Generator(const Generator&) = delete;
  Generator& operator=(const Generator&) = delete;
  ~Generator() { handle.destroy(); }
  bool next() {
    handle.resume();
    if (handle.promise().error) std::rethrow_exception(handle.promise().error);
    return !handle.done();
  }
  std::coroutine_handle<promise_type> handle;
};

Generator squares(int count) {
  for (int i = 1; i <= count; ++i) co_yield i* i;
  throw std::runtime_error("no more");
}

}  // namespace

SEL4_TEST(coroutines_and_exceptions_through_them) {
  Generator generator = squares(4);
  int sum = 0;
  bool caught = false;
  try {
    while (generator.next()) sum += generator.handle.promise().value;
  } catch (const std::runtime_error& error) {
    caught = error.what() == "no more"sv;
  }
  SEL4_CHECK_EQ(sum, 30);
  SEL4_CHECK(caught);
}

SEL4_TEST(atomics) {
  std::atomic<int> number = 1;
  SEL4_CHECK_EQ(number.fetch_add(4), 1);
  SEL4_CHECK_EQ(number.exchange(9), 5);
  std::atomic<std::uint8_t> byte = 3;
  std::uint8_t expected = 3;
  SEL4_CHECK(byte.compare_exchange_strong(expected, 4));
  SEL4_CHECK_EQ(byte.load(), 4);
  expected = 9;
  SEL4_CHECK(!byte.compare_exchange_strong(expected, 5));
  SEL4_CHECK_EQ(expected, 4);
  std::atomic_flag flag;
  SEL4_CHECK(!flag.test_and_set());
  SEL4_CHECK(flag.test());
  alignas(8) std::uint64_t plain = 5;
  std::atomic_ref<std::uint64_t>(plain).fetch_or(8);
  SEL4_CHECK_EQ(plain, 13u);
  number.notify_all();
  number.wait(8);
}

SEL4_TEST(smart_pointers) {
  auto shared = std::make_shared<std::string>("shared");
  const std::weak_ptr<std::string> weak = shared;
  auto second = shared;
  SEL4_CHECK_EQ(shared.use_count(), 2);
  shared.reset();
  SEL4_CHECK(!weak.expired());
  SEL4_CHECK_EQ(*weak.lock(), "shared");
  second.reset();
  SEL4_CHECK(weak.expired());
  auto unique = std::make_unique<int[]>(5);
  unique[4] = 3;
  SEL4_CHECK_EQ(unique[4], 3);
}

SEL4_TEST(mutexes_and_call_once) {
  std::mutex mutex;
  {
    const std::scoped_lock lock(mutex);
    SEL4_CHECK(!mutex.try_lock());
  }
  SEL4_CHECK(mutex.try_lock());
  mutex.unlock();
  std::recursive_mutex recursive;
  recursive.lock();
  SEL4_CHECK(recursive.try_lock());
  recursive.unlock();
  recursive.unlock();
  std::shared_mutex shared;
  shared.lock_shared();
  SEL4_CHECK(shared.try_lock_shared());
  SEL4_CHECK(!shared.try_lock());
  shared.unlock_shared();
  shared.unlock_shared();
  SEL4_CHECK(shared.try_lock());
  shared.unlock();
  std::once_flag once;
  int calls = 0;
  try {
    std::call_once(once, [&] {
      ++calls;
      throw 1;
    });
  } catch (int) {
  }
  for (int i = 0; i < 3; ++i) std::call_once(once, [&] { ++calls; });
  SEL4_CHECK_EQ(calls, 2);
}

SEL4_TEST(functions) {
  int captured = 5;
  std::function<int(int)> function = [&captured](int i) { return i + captured; };
  captured = 7;
  SEL4_CHECK_EQ(function(1), 8);
  std::move_only_function<int()> move_only = [owned = std::make_unique<int>(4)] { return *owned; };
  SEL4_CHECK_EQ(move_only(), 4);
  bool caught = false;
  try {
    std::function<void()>{}();
  } catch (const std::bad_function_call&) {
    caught = true;
  }
  SEL4_CHECK(caught);
  SEL4_CHECK_EQ(std::bind_front([](int a, int b) { return a - b; }, 10)(3), 7);
}

SEL4_TEST(error_codes) {
  const std::error_code code = std::make_error_code(std::errc::no_such_device);
  SEL4_CHECK_EQ(code.message(), "No such device");
  bool caught = false;
  try {
    throw std::system_error(code, "opening");
  } catch (const std::system_error& error) {
    caught = error.what() == "opening: No such device"sv;
  }
  SEL4_CHECK(caught);
}

SEL4_TEST(chrono_bit_random_tuple) {
  using namespace std::chrono;
  SEL4_CHECK_EQ(duration_cast<milliseconds>(90s).count(), 90000);
  SEL4_CHECK_EQ((sys_days{2026y / 11 / 22} - sys_days{1970y / 1 / 1}).count(), 20779);
  SEL4_CHECK_EQ(std::byteswap(std::uint32_t{0x12345678}), 0x78563412u);
  SEL4_CHECK_EQ(std::popcount(0xf0f0u), 8);
  SEL4_CHECK_EQ(std::bitset<8>(5).count(), 2u);
  std::mt19937 generator;
  generator.discard(9999);
  SEL4_CHECK_EQ(generator(), 4123659995u);
  const auto [a, b] = std::tuple(1, "two"s);
  SEL4_CHECK_EQ(b.size() + static_cast<std::size_t>(a), 4u);
}

SEL4_TEST(memory_resources) {
  std::array<std::byte, 4096> memory;
  std::pmr::monotonic_buffer_resource arena(memory.data(), memory.size(),
                                            std::pmr::null_memory_resource());
  std::pmr::vector<std::pmr::string> texts(&arena);
  for (int i = 0; i < 20; ++i) texts.emplace_back("a text that is too long for the small buffer");
  SEL4_CHECK_EQ(texts.size(), 20u);
  std::pmr::synchronized_pool_resource pool;
  std::pmr::map<int, int> map(&pool);
  for (int i = 0; i < 100; ++i) map[i] = -i;
  SEL4_CHECK_EQ(map[99], -99);
}
