# A bit of everything that Ruby has without its standard library, without a clock and without randomness.
def show(name, *values) = puts("#{name}: #{values.map(&:inspect).join(' ')}")

# Numbers of our own, the same everywhere: xorshift of 64 bits.
random = Enumerator.new do |yielder|
  state = 88_172_645_463_325_252
  mask = (1 << 64) - 1
  loop do
    state ^= (state << 13) & mask
    state ^= state >> 7
    state ^= (state << 17) & mask
    yielder << state
  end
end

show 'version', RUBY_VERSION[/\A\d+\.\d+/], RUBY_ENGINE
show 'random', random.first(3), random.lazy.select(&:even?).map { _1 % 1000 }.first(5)

# Integers of any size, rationals, complex numbers, floats.
show 'factorial', (1..100).inject(:*), 3.pow(2**200 - 1, 2**127 - 1), (-7).divmod(3), 2**-2
show 'rational', 3.14r, Rational(1, 3) + Rational(1, 6), Complex(1, 2)**3, 0.1 + 0.2, 1e23, 5e-324, -0.0, 1.0 / 3
show 'rounded', 2.5.round, 2.5.round(half: :even), 1234.567.round(-2), 10.digits, 255.to_s(2), 'zz'.to_i(36)
show 'formatted', format('%08.3f|%-6s|%+d|%x|%e|%05d', 3.14159, 'ab', 5, 255, 12_345.678, -42)

# Text in UTF-8: regular expressions, encodings, formatting.
text = 'The quick brown fox — Σίσυφος, naïve café, 𝒳 — jumped over 13 lazy dogs on 2026-11-25.'
show 'text', text.length, text.bytesize, text.scan(/\p{L}+/).map(&:downcase), text[/(?<year>\d{4})-(?<month>\d\d)/, 'month']
show 'replaced', text.gsub(/(?<=\s)\w+/) { _1.capitalize }, text.tr('aeiou', '*'), 'straße'.upcase, 'Σίσυφος'.upcase
show 'encoded', 'é'.encode('ISO-8859-1').bytes, "\xff".dup.force_encoding('BINARY').valid_encoding?, 'é'.encode('UTF-16LE').bytes
show 'packed', [1, 2, 3.5, 'abc'].pack('nNEa4').unpack('nNEa4'), ['plasm'].pack('m0'), 'hello'.sum, 'abc'.succ, 'az'.next

# Collections: blocks, lazy chains, pattern matching, sorting, sets.
people = random.take(400).map.with_index { |value, id| { id:, age: value % 60, name: "n#{(value >> 8) % 97}" } }
by_age = people.group_by do |person|
  case person
  in { age: ..19 } then :young
  in { age: 20..39 } then :middle
  else :old
  end
end
show 'groups', by_age.transform_values(&:size).sort_by { |group, _| group }.to_h
show 'sorted', people.sort_by { [_1[:age], _1[:name], _1[:id]] }.first(3), people.minmax_by { _1[:id] }.map { _1[:id] }
show 'counts', people.map { _1[:name] }.tally.sort_by { |name, count| [-count, name] }.first(4), people.partition { _1[:age].odd? }.map(&:size)
show 'enumerated', (1..Float::INFINITY).lazy.reject(&:even?).map { _1**2 }.take_while { _1 < 200 }.to_a, [1, 2, 3, 4].each_cons(2).to_a
show 'flat', [1, [2, [3, [nil]]]].flatten.compact, (1..6).each_slice(4).to_a, [3, 1, 2].permutation(2).count, %w[a b].product([1, 2])
show 'hash', { a: 1, 'b' => [2, { c: nil }] }, { a: 1 }.merge({ a: 2, b: 3 }) { |_, old, new| old + new }, { a: { b: { c: 7 } } }.dig(:a, :b, :c)

# Objects: modules, refinements, method_missing, Comparable, Struct and Data, freezing, ObjectSpace left alone.
module Shouting
  refine(String) { def shout = "#{upcase}!" }
end
using Shouting
Point = Data.define(:x, :y) do
  include Comparable
  def <=>(other) = x * x + y * y <=> other.x * other.x + other.y * other.y
  def method_missing(name, *args) = name.start_with?('twice_') ? 2 * public_send(name.to_s.delete_prefix('twice_')) : super
  def respond_to_missing?(name, all = false) = name.start_with?('twice_') || super
end
show 'objects', 'ruby'.shout, [Point.new(3, 4), Point.new(1, 1)].max, Point.new(x: 1, y: 2).with(y: 5), Point.new(21, 0).twice_x
show 'struct', Struct.new(:a, :b).new(1, 2).to_a, Point.new(1, 2).frozen?, Point.ancestors.include?(Comparable)

# Control: exceptions with causes, ensure, retry, throw, fibers, deep recursion and what ends it.
def attempt
  yield
rescue NoMethodError, ZeroDivisionError, FrozenError => error
  [error.class, error.cause&.class]
ensure
  $attempts = ($attempts || 0) + 1
end
tries = 0
show 'exceptions', attempt { nil.nothing }, attempt { 1 / 0 }, attempt { 'x'.freeze << 'y' }, attempt {
  begin
    Integer('x')
  rescue ArgumentError
    1 / 0
  end
}, begin
  tries += 1
  raise IOError if tries < 4
  tries
rescue IOError
  retry
end, catch(:found) { 10.times { |i| throw :found, i if i * i > 30 } }, $attempts
fiber = Fiber.new do |value|
  loop { value = Fiber.yield(value * 2) }
end
show 'fiber', (1..5).map { fiber.resume(_1) }
depth = 0
descend = -> { depth += 1; descend.call }
show 'depth', (begin; descend.call; rescue SystemStackError => error; error.class; end), depth > 500

# Files: what the task gives, and what it takes back.
if File.exist?('/in')
  names = Dir.children('/in').sort
  show 'input', names, File.read('/in/corpus.txt').lines(chomp: true).map(&:split).map(&:length)
  File.open('/out/upper.txt', 'w') { |file| file.write(File.read('/in/corpus.txt').upcase) }
  File.binwrite('/out/numbers.bin', random.first(1000).pack('Q<*'))
  show 'output', File.size('/out/upper.txt'), File.stat('/out/numbers.bin').size, (File.write('/in/x', '') rescue $!.class)
end

# Work enough for the runtime to show.
size = 40
matrix = ->(&fill) { Array.new(size) { |i| Array.new(size) { |j| fill.(i, j) } } }
a, b = matrix.() { |i, j| (i + j) / 7.0 }, matrix.() { |i, j| (i - j) / 3.0 }
product = a.map { |row| b.transpose.map { |column| row.zip(column).sum { |x, y| x * y } } }
show 'matrix', product.flatten.sum(&:abs), product.flatten.minmax
composite = Array.new(20_001, false)
primes = (2..20_000).select { |i| next false if composite[i]; (i * i).step(20_000, i) { composite[_1] = true }; true }
show 'primes', primes.length, primes.last(3)
words = random.first(3000).map { |value| (value % 5000).to_s(36) }
show 'words', words.uniq.size, words.tally.max_by { |word, count| [count, word] }, words.join.hash.is_a?(Integer), words.sort.each_slice(500).map(&:first)
GC.start
show 'collected', GC.count.positive?
$stdout.flush
