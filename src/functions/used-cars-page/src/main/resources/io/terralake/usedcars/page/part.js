// A part of the page that shows one answer of the API: it is loading, ready, empty or failed.
import { Problem } from './problem.js';

export class Part {
  #request;

  /**
   * @param {string} id that of the section
   * @param {(answer: object, section: HTMLElement) => void} draw shows an answer
   * @param {(answer: object) => boolean} isEmpty
   * @param {() => void} changed is called after every change of state
   */
  constructor(id, { draw, isEmpty, changed }) {
    this.section = document.getElementById(id);
    this.notice = this.section.querySelector('.notice');
    Object.assign(this, { draw, isEmpty, changed });
  }

  /** Shows what load, called with a signal, promises; what was asked before is dropped. */
  async show(load, again) {
    this.#request?.abort();
    const request = (this.#request = new AbortController());
    this.#become('loading');
    try {
      const answer = await load(request.signal);
      request.signal.throwIfAborted();
      this.answer = answer;
      if (this.isEmpty(answer)) {
        this.#become('empty');
        say(this.notice, { title: 'No listings', detail: 'Nothing matches these filters.' });
      } else {
        this.#become('ready');
        this.draw(answer, this.section);
      }
    } catch (error) {
      if (!request.signal.aborted) {
        this.answer = undefined;
        this.#become('failed');
        say(this.notice, describe(error, again), () => {
          this.section.querySelector('h2, select').focus();
          this.show(load, again);
        });
      }
    }
  }

  /** Shows the same answer again, in other colours. */
  redraw() {
    if (this.state === 'ready') {
      this.draw(this.answer, this.section);
    }
  }

  #become(state) {
    this.state = state;
    this.section.dataset.state = state;
    this.section.setAttribute('aria-busy', String(state === 'loading'));
    this.notice.hidden = true;
    this.changed();
  }
}

/** What a notice says about an error; signing in again is offered where that helps. */
export function describe(error, again) {
  const { message, detail, status, advice } = Problem.of(error);
  const signIn = again && (status === 401 || status === 403) ? again : undefined;
  return { title: status ? `${message} (${status})` : message, detail, advice, signIn };
}

/** Fills a notice; with a button that tries again when there is something to try. */
export function say(notice, { title, detail, advice, signIn }, retry) {
  const heading = document.createElement('strong');
  heading.textContent = title;
  const lines = [detail, advice].filter(Boolean).map((line) => {
    const paragraph = document.createElement('p');
    paragraph.textContent = line;
    return paragraph;
  });
  const buttons = [signIn && button('Sign in again', signIn), retry && button('Try again', retry)].filter(Boolean);
  notice.replaceChildren(heading, ...lines, ...buttons);
  notice.hidden = false;
}

function button(label, action) {
  const element = document.createElement('button');
  element.type = 'button';
  element.textContent = label;
  element.addEventListener('click', action);
  return element;
}
