// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { watchPages } from '../../src/pages/pages';

describe('pages', () => {
  it('tells each new address once, and nothing after its end', () => {
    const end = new AbortController();
    const moved = vi.fn();
    let address = 'https://shop.example/';
    watchPages({ address: () => address, moved }, end.signal);

    window.dispatchEvent(new Event('popstate'));
    expect(moved).not.toHaveBeenCalled();
    address = 'https://shop.example/bikes';
    window.dispatchEvent(new Event('popstate'));
    window.dispatchEvent(new Event('hashchange'));
    expect(moved).toHaveBeenCalledTimes(1);

    end.abort();
    address = 'https://shop.example/cart';
    window.dispatchEvent(new Event('popstate'));
    expect(moved).toHaveBeenCalledTimes(1);
  });

  it('hears the Navigation API where there is one', () => {
    const end = new AbortController();
    const navigation = new EventTarget();
    vi.stubGlobal('navigation', navigation);
    const moved = vi.fn();
    let address = 'https://shop.example/';
    watchPages({ address: () => address, moved }, end.signal);

    address = 'https://shop.example/bikes';
    navigation.dispatchEvent(new Event('navigatesuccess'));
    expect(moved).toHaveBeenCalledTimes(1);
    end.abort();
  });
});
